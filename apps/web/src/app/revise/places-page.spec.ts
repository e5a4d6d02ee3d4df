import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { routes, type AnnotationView, type ArticleView } from '@belegg/contract';
import { Subject } from 'rxjs';
import { annotation, article, kari, ola, problem, text } from '../annotate/test/scene';
import { Api } from '../shell/api';
import { I18n } from '../shell/i18n';
import { Live } from '../shell/live';
import { Toasts } from '../shell/toasts';
import { PlacesPage } from './places-page';

const changed = annotation(20, 0, 17, { status: 'lapsed', anchor: { outcome: 'changed', score: 0.95 } });
const orphan = annotation(21, 18, 30, { status: 'lapsed', anchor: { outcome: 'orphaned' } });
const fine = annotation(22, 31, 43, { status: 'approved' });

async function page(
  answers: Readonly<Record<string, () => unknown>> = {},
  given: readonly AnnotationView[] = [changed, orphan, fine],
) {
  let stored = given;
  const call = jest.fn(
    (route: { path: string; method: string }, options: { params: { id: string } }): Promise<unknown> => {
      const given = answers[`${route.method} ${route.path}`];
      if (given) return Promise.resolve().then(given);
      const one = stored.find(({ id }) => id === options.params.id);
      if (route === routes.getArticle) return Promise.resolve<ArticleView>(article);
      if (route === routes.listAnnotations) return Promise.resolve({ items: stored });
      if (route === routes.annotationHistory) return Promise.resolve({ items: [{ ...one, number: 1, author: kari }] });
      if (route === routes.getRevision) return Promise.resolve(article.revision);
      const next: AnnotationView = {
        ...one!,
        ...(route === routes.retireAnnotation ? { status: 'retired' } : { anchor: { outcome: 'unchanged' } }),
      };
      stored = stored.map((other) => (other.id === next.id ? next : other));
      return Promise.resolve(next);
    },
  );
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: Api, useValue: { call } },
      { provide: Live, useValue: { events: new Subject() } },
    ],
  });
  TestBed.inject(I18n).choose('nb');
  const fixture = TestBed.createComponent(PlacesPage);
  fixture.componentRef.setInput('id', article.id);
  const element = fixture.nativeElement as HTMLElement;
  const settle = async () => {
    for (let i = 0; i < 4; i++) {
      await new Promise((resolve) => setTimeout(resolve));
      await fixture.whenStable();
    }
  };
  const press = async (key: string) => {
    document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await settle();
  };
  await settle();
  return { call, element, press, settle, progress: () => element.querySelector('.progress b')?.textContent };
}

describe('PlacesPage', () => {
  // jsdom lays nothing out.
  beforeAll(() => {
    Range.prototype.getBoundingClientRect = () => new DOMRect();
  });

  it('goes through those that wait alone, says how like the words are, and accepts the suggested place as it is', async () => {
    const { call, element, press, progress } = await page();
    expect(progress()).toBe('1 av 2');
    expect(element.textContent).toContain('nesten likt');
    await press('a');
    expect(call).toHaveBeenCalledWith(routes.changeAnnotation, {
      params: { id: changed.id },
      body: { selector: changed.selector },
      ifMatch: changed.etag,
    });
    expect(progress()).toBe('2 av 2');
  });

  it('accepts and submits with one key, and tells what keeps one from being submitted', async () => {
    const { call, press, progress } = await page();
    await press('s');
    expect(call).toHaveBeenCalledWith(routes.submitAnnotation, expect.objectContaining({ params: { id: changed.id } }));
    expect(progress()).toBe('2 av 2');
    TestBed.resetTestingModule();
    const refused = await page({
      [`POST ${routes.submitAnnotation.path}`]: () => {
        throw problem('source-rule', 422, { detail: 'Mangler kilder.' });
      },
    });
    await refused.press('s');
    expect(refused.call).toHaveBeenCalledWith(routes.changeAnnotation, expect.anything());
    expect(
      TestBed.inject(Toasts)
        .all()
        .map(({ text: said }) => said),
    ).toContain('Mangler kilder.');
  });

  it('lists all that are nearly the same, and accepts those that are chosen in one act', async () => {
    const second = annotation(23, 18, 30, { status: 'lapsed', anchor: { outcome: 'changed', score: 0.9 } });
    const third = annotation(24, 31, 43, { status: 'lapsed', anchor: { outcome: 'changed', score: 0.92 } });
    const little = annotation(25, 31, 43, { status: 'lapsed', anchor: { outcome: 'changed', score: 0.6 } });
    const { call, element, settle } = await page({}, [changed, second, third, little]);
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'A', shiftKey: true, bubbles: true }));
    await settle();
    const boxes = [...element.querySelectorAll<HTMLInputElement>('app-near-matches input')];
    expect(boxes.map(({ checked }) => checked)).toEqual([true, true, true]);
    boxes[1]!.click();
    await settle();
    element.querySelector<HTMLButtonElement>('app-near-matches .primary')!.click();
    await settle();
    const accepted = call.mock.calls.filter(([route]) => route === routes.changeAnnotation);
    expect(accepted.map(([, { params }]) => params.id)).toEqual([changed.id, third.id]);
    expect(element.querySelector('app-near-matches')).toBeNull();
    expect(element.querySelector('.progress .muted')?.textContent).toContain('2 igjen');
  });

  it('offers no place for an orphan, and retires it only with a reason', async () => {
    const { call, element, press, settle } = await page();
    await press('j');
    expect(element.textContent).toContain('Ingen like ord');
    await press('a');
    await press('x');
    element.querySelector<HTMLButtonElement>('app-words-form [type="submit"]')!.click();
    await settle();
    expect(call).not.toHaveBeenCalledWith(routes.retireAnnotation, expect.anything());
    expect(call).not.toHaveBeenCalledWith(routes.changeAnnotation, expect.anything());
    element.querySelector('textarea')!.value = 'Tatt ut.';
    element.querySelector<HTMLButtonElement>('app-words-form [type="submit"]')!.click();
    await settle();
    expect(call).toHaveBeenCalledWith(routes.retireAnnotation, {
      params: { id: orphan.id },
      body: { reason: 'Tatt ut.' },
      ifMatch: orphan.etag,
    });
  });

  it('marks by hand: another sentence is chosen with the keys and becomes the passage', async () => {
    const { call, element, press, settle } = await page();
    await press('m');
    const field = element.querySelector<HTMLElement>('app-place-by-hand [tabindex="0"]')!;
    field.focus();
    await press('ArrowDown');
    expect(element.querySelector('.chosen')?.textContent).toContain(text.slice(18, 30));
    await press('Enter');
    await settle();
    expect(call).toHaveBeenCalledWith(
      routes.changeAnnotation,
      expect.objectContaining({
        body: {
          selector: [
            expect.objectContaining({ start: 18, end: 30 }),
            expect.objectContaining({ exact: text.slice(18, 30) }),
          ],
        },
      }),
    );
  });

  it('keeps its place and shows what stands now when somebody was faster', async () => {
    const now = { ...changed, etag: '"20-2"', rationale: 'Ny begrunnelse', authors: [ola] };
    const { element, press, progress } = await page({
      [`PATCH ${routes.changeAnnotation.path}`]: () => {
        throw problem('stale', 412, { current: now });
      },
    });
    await press('a');
    expect(progress()).toBe('1 av 2');
    expect(element.querySelector('section')).not.toBeNull();
  });

  it('is done when all have a place', async () => {
    const { element, press, settle } = await page();
    await press('a');
    await press('x');
    element.querySelector('textarea')!.value = 'Tatt ut.';
    element.querySelector<HTMLButtonElement>('app-words-form [type="submit"]')!.click();
    await settle();
    expect(element.textContent).toContain('Alle annotasjonene er plassert.');
  });
});
