import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { routes, type Problem, type AnnotationView, type SourceView } from '@belegg/contract';
import { I18n } from '../../shell/i18n';
import { ProblemError } from '../../shell/problem-error';
import type { DraftCitation } from '../drafts/statement';
import { annotation, scene, uuid } from '../test/scene';
import { CitationList } from './citation-list';

const at = '2024-12-01T10:00:00Z';
const source = (n: number, name: string, aliases: string[] = []): SourceView => ({
  id: uuid(n),
  kind: 'newsAgency',
  name,
  aliases,
  domains: [],
  distinct: false,
  revision: 1,
  isHidden: false,
  keys: [],
  note: '',
  protected: false,
  description: '',
  uses: 0,
  createdAt: at,
  updatedAt: at,
  etag: `"${n}"`,
});
const kcna: SourceView = { ...source(50, 'KCNA', ['Chosun Tongsin']), url: 'https://kcna.kp/' };

@Component({
  imports: [CitationList],
  template: `<app-citation-list [citations]="citations()" [links]="links" (changed)="citations.set($event)" />`,
})
class Host {
  readonly citations = signal<readonly DraftCitation[]>([]);
  readonly links: readonly string[] = ['https://kcna.kp/rakett'];
}

async function list(annotations: readonly AnnotationView[] = []) {
  const { call } = await scene({ annotations });
  TestBed.inject(I18n).choose('nb');
  call.mockImplementation((route: unknown, options: { body?: { name: string; evenIfSimilar?: boolean } }) => {
    if (route === routes.createSource) {
      const { name, evenIfSimilar } = options.body!;
      if (name !== 'K.C.N.A.' || evenIfSimilar) return Promise.resolve(source(60, name));
      const refused = { type: 'x', code: 'similar', title: 'Ligner', status: 409, detail: 'Ligner', similar: [kcna] };
      return Promise.reject(new ProblemError(refused as Problem));
    }
    if (route === routes.previewImport) return Promise.resolve({ title: 'Raketten', date: '2024-12-01' });
    if (route === routes.captureEvidence) return Promise.resolve({ sha256: 'e'.repeat(64) });
    return Promise.resolve({ items: [kcna] });
  });
  const fixture = TestBed.createComponent(Host);
  const element = fixture.nativeElement as HTMLElement;
  document.body.replaceChildren(element);
  await fixture.whenStable();
  const stable = async (wait = 0) => {
    await new Promise((resolve) => setTimeout(resolve, wait));
    await fixture.whenStable();
  };
  const field = () => element.querySelector<HTMLInputElement>('[role=combobox]')!;
  const type = async (value: string) => {
    field().value = value;
    field().dispatchEvent(new Event('input'));
    await stable(200);
  };
  const key = async (name: string) => {
    field().dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
    await stable();
  };
  return { call, fixture, element, field, type, key, stable, citations: fixture.componentInstance.citations };
}

describe('CitationList', () => {
  it('finds a source by its alias and cites it by keyboard', async () => {
    const { element, field, type, key, citations } = await list();
    await type('chosun');
    expect(field().getAttribute('aria-expanded')).toBe('true');
    const active = element.querySelector(`#${field().getAttribute('aria-activedescendant')}`);
    expect(active?.textContent).toContain('KCNA (Chosun Tongsin)');
    await key('Enter');
    expect(citations()).toEqual([expect.objectContaining({ sourceId: kcna.id, stance: 'supports', url: undefined })]);
    expect(element.querySelector('app-citation-form')).not.toBeNull();
  });

  it('keeps the form open when the server gives the citation its id', async () => {
    const { element, type, key, citations, stable } = await list();
    await type('kcna');
    await key('Enter');
    const form = element.querySelector('app-citation-form');
    citations.update(([first]) => [{ ...first!, id: uuid(70) }]);
    await stable();
    expect(element.querySelector('app-citation-form')).toBe(form);
  });

  it('takes an address for the link of the source that is chosen', async () => {
    const { type, key, citations } = await list();
    await type('https://kcna.kp/a');
    await key('Enter');
    expect(citations()[0]).toEqual(expect.objectContaining({ sourceId: kcna.id, url: 'https://kcna.kp/a' }));
  });

  it('offers a link of the conversation as a citation, until it is cited', async () => {
    const { element, citations, stable } = await list();
    const offered = () => [...element.querySelectorAll('.links span')].map(({ textContent }) => textContent);
    expect(offered()).toEqual(['https://kcna.kp/rakett']);
    element.querySelector<HTMLButtonElement>('.links button')!.click();
    await stable();
    await stable();
    expect(citations()[0]).toEqual(expect.objectContaining({ sourceId: kcna.id, url: 'https://kcna.kp/rakett' }));
    expect(offered()).toEqual([]);
  });

  it('makes a new source without leaving, and goes on with its link', async () => {
    const { call, element, type, key, citations, stable } = await list();
    await type('Ny avis');
    await key('ArrowUp');
    await key('Enter');
    expect((document.activeElement as HTMLInputElement).value).toBe('Ny avis');
    element.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await stable();
    expect(call).toHaveBeenCalledWith(routes.createSource, {
      body: { name: 'Ny avis', kind: 'newspaper', aliases: [], originId: undefined },
    });
    expect(citations()).toEqual([expect.objectContaining({ sourceId: uuid(60) })]);
    expect((document.activeElement as HTMLInputElement).type).toBe('url');
  });

  it('takes a pasted link for the source whose address it is of, with title and day, and goes on with the quote', async () => {
    const { field, citations, stable } = await list();
    const event = new Event('paste', { cancelable: true });
    Object.assign(event, { clipboardData: { getData: () => 'https://www.kcna.kp/en/1' } });
    field().dispatchEvent(event);
    await stable(50);
    expect(citations()).toEqual([
      expect.objectContaining({
        sourceId: kcna.id,
        url: 'https://www.kcna.kp/en/1',
        locator: 'Raketten, 1. desember 2024',
      }),
    ]);
    expect(document.activeElement?.tagName).toBe('TEXTAREA');
  });

  it.each([
    ['KCNA', kcna.id],
    ['Nei, opprett en ny likevel', uuid(60)],
  ])('offers the sources that a new one looks like, or to create it anyway: %s', async (words, sourceId) => {
    const { element, type, key, citations, stable } = await list();
    await type('K.C.N.A.');
    await key('ArrowUp');
    await key('Enter');
    element.querySelector('app-new-source-form form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await stable(10);
    const notice = element.querySelector('app-similar-sources [role=alert]')!;
    expect(element.querySelector('app-new-source-form app-problem')).toBeNull();
    [...notice.querySelectorAll('button')].find((one) => one.textContent.trim() === words)!.click();
    await stable(10);
    expect(citations().map((citation) => citation.sourceId)).toEqual([sourceId]);
  });

  it('says whom this piece repeats: nobody, another source, or whom the source repeats otherwise', async () => {
    const { element, type, key, citations, stable } = await list();
    await type('kcna');
    await key('Enter');
    const select = () => element.querySelector<HTMLSelectElement>('app-citation-form .more select')!;
    const choose = async (value: string): Promise<void> => {
      select().value = value;
      select().dispatchEvent(new Event('change'));
      await stable();
    };
    expect(select().selectedOptions[0]?.textContent.trim()).toBe('Som kilden ellers: ingen');
    await choose('nobody');
    expect(citations()[0]?.relays).toBeNull();
    await choose('other');
    expect(element.querySelector('app-citation-form app-source-field')).not.toBeNull();
    await choose('default');
    expect(citations()[0]?.relays).toBeUndefined();
    expect(element.querySelector('app-citation-form app-source-field')).toBeNull();
  });

  it('uses a citation of the article once more in two keys', async () => {
    const cited = annotation(20, 0, 17, {
      citations: [
        {
          id: uuid(80),
          sourceId: kcna.id,
          sourceRevision: 1,
          cited: { kind: 'newsAgency', name: 'KCNA' },
          lineage: [],
          stance: 'refutes',
          url: 'https://kcna.kp/b',
          locator: '',
          quote: 'Nei',
          translation: '',
          protected: false,
        },
      ],
    });
    const { field, key, citations } = await list([cited]);
    field().focus();
    await key('ArrowDown');
    await key('Enter');
    expect(citations()).toEqual([
      expect.objectContaining({
        id: undefined,
        sourceId: kcna.id,
        stance: 'refutes',
        url: 'https://kcna.kp/b',
        quote: 'Nei',
      }),
    ]);
  });

  it('keeps a screenshot that is pasted on a citation as its evidence', async () => {
    const { element, citations, stable, type, key } = await list();
    await type('kcna');
    await key('Enter');
    const event = new Event('paste', { bubbles: true, cancelable: true });
    const files = [new File(['png'], 'skjerm.png', { type: 'image/png' })];
    Object.assign(event, { clipboardData: { files, getData: () => '' } });
    element.querySelector('li textarea')!.dispatchEvent(event);
    await stable(50);
    expect(event.defaultPrevented).toBe(true);
    expect(citations()[0]?.evidence).toBe('e'.repeat(64));
    expect(element.querySelector('app-evidence-field a')?.getAttribute('href')).toContain('e'.repeat(64));
  });

  it('closes its list on Escape, which goes no further', async () => {
    const { field, type } = await list();
    await type('kc');
    const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    field().dispatchEvent(escape);
    expect(escape.defaultPrevented).toBe(true);
  });
});
