import { TestBed } from '@angular/core/testing';
import { ActivatedRoute, convertToParamMap, provideRouter, Router } from '@angular/router';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import type { ArticleView, RevisionPreviewView } from '@belegg/contract';
import { blocksOfPlainText } from '@belegg/domain';
import { Subject } from 'rxjs';
import { article, annotation, ola } from '../annotate/test/scene';
import { apiInterceptor } from '../shell/api.interceptor';
import { I18n } from '../shell/i18n';
import { Live } from '../shell/live';
import { RevisePage } from './revise-page';

const typed = 'Kim lovet hjelp. Det sa KCNA.\nMoskva tier.';
const path = `/api/articles/${article.id}`;
const one = annotation(20, 0, 17, { status: 'approved' });
const preview: RevisionPreviewView = {
  title: typed,
  language: 'nb',
  seen: 'nb',
  text: typed,
  blocks: blocksOfPlainText(typed),
  marks: [],
  sentences: 3,
  dropped: [],
  newSentences: [{ start: 0, end: 16 }],
  outcomes: [{ annotationId: one.id, outcome: 'orphaned', carried: false }],
  counts: { unchanged: 0, moved: 0, changed: 0, orphaned: 1 },
};

async function page({ replaces = true } = {}) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: Live, useValue: { events: new Subject() } },
      { provide: ActivatedRoute, useValue: { snapshot: { paramMap: convertToParamMap({ id: article.id }) } } },
    ],
  });
  TestBed.inject(I18n).choose('nb');
  const http = TestBed.inject(HttpTestingController);
  const go = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
  const fixture = TestBed.createComponent(RevisePage);
  fixture.componentRef.setInput('id', article.id);
  const element = fixture.nativeElement as HTMLElement;
  // What waits for an answer keeps the page from being stable, so the clock decides.
  const settle = async (time = 20) => {
    await new Promise((resolve) => setTimeout(resolve, time));
    fixture.detectChanges();
  };
  await settle();
  http.expectOne(path).flush(article);
  await settle();
  http.expectOne(`${path}/annotations`).flush({ items: [one] });
  await settle();
  if (replaces) {
    element.querySelector<HTMLButtonElement>('app-block-editor .btn.quiet')!.click();
    await settle();
  }
  const field = () => element.querySelector('textarea')!;
  const save = async () => {
    element.querySelector<HTMLButtonElement>('[type="submit"]')!.click();
    await settle();
  };
  const write = async (text: string) => {
    field().value = text;
    field().dispatchEvent(new Event('input'));
    await answerPreview();
  };
  const answerPreview = async () => {
    // The page waits until nobody types, and how long that is in truth is up to the machine.
    let [asked] = http.match(`${path}/revisions/preview`);
    for (let tries = 0; !asked && tries < 100; tries++) {
      await settle(50);
      [asked] = http.match(`${path}/revisions/preview`);
    }
    asked!.flush(preview);
    await settle();
  };
  return { element, http, field, save, settle, write, answerPreview, go };
}

describe('RevisePage', () => {
  beforeEach(() => localStorage.clear());

  it('says in a sentence what the new text would do, before anything is stored', async () => {
    const { element, write } = await page();
    await write(typed);
    expect(element.querySelector('app-outcome-summary p')?.textContent).toBe(
      'Av 1 annotasjon er 1 finnes ikke lenger i teksten. 1 må godkjennes på nytt. 1 setning er ny.',
    );
    expect(element.querySelector('.old app-outcome-note')?.textContent).toContain('Finnes ikke lenger i teksten');
  });

  it('starts with the text as it stands, keeps what is changed in it through a reload, and saves its blocks', async () => {
    const first = await page({ replaces: false });
    const paper = (element: HTMLElement) => element.querySelector<HTMLElement>('[contenteditable]')!;
    expect(paper(first.element).textContent).toBe('Kim lovet støtte. Det sa KCNA.Moskva tier.');
    await first.save();
    expect(first.element.textContent).toContain('Endre noe i teksten først.');
    paper(first.element).querySelector('p')!.textContent = 'Kim lovet hjelp. Det sa KCNA.';
    paper(first.element).dispatchEvent(new Event('input'));
    await first.answerPreview();
    expect(first.element.querySelector('app-outcome-summary')).not.toBeNull();
    window.dispatchEvent(new Event('pagehide'));
    TestBed.resetTestingModule();
    const { element, http, answerPreview, save } = await page({ replaces: false });
    expect(paper(element).textContent).toBe('Kim lovet hjelp. Det sa KCNA.Moskva tier.');
    await answerPreview();
    await save();
    const sent = http.expectOne(`${path}/revisions`).request.body as { format: string; content: string };
    expect([sent.format, JSON.parse(sent.content)]).toEqual([
      'blocks',
      [
        { kind: 'paragraph', runs: [{ text: 'Kim lovet hjelp. Det sa KCNA.' }] },
        { kind: 'paragraph', runs: [{ text: 'Moskva tier.' }] },
      ],
    ]);
  });

  it('asks for a text first', async () => {
    const { element, http, save } = await page();
    await save();
    http.expectNone(`${path}/revisions`);
    expect(element.textContent).toContain('Lim inn teksten først, eller velg en fil.');
  });

  it('saves on what was seen, and leads to those that have lost their words', async () => {
    const { http, save, settle, write, go } = await page();
    await write(typed);
    await save();
    const sent = http.expectOne(`${path}/revisions`);
    expect([sent.request.headers.get('If-Match'), sent.request.body]).toEqual([
      article.etag,
      { content: typed, format: 'text' },
    ]);
    sent.flush(
      { revision: { ...article.revision, number: 2 }, outcomes: preview.outcomes, etag: '"a2"' },
      { status: 201, statusText: 'Created' },
    );
    await settle();
    expect(go).toHaveBeenCalledWith(['/articles', article.id, 'places']);
  });

  it('takes a file through the server, lists what is not taken from it, and saves it on what was seen', async () => {
    const { element, http, save, settle } = await page();
    const file = new File(['PK'], 'sak.docx');
    const event = Object.assign(new Event('drop', { cancelable: true }), { dataTransfer: { files: [file] } });
    element.querySelector('app-intake-editor')!.dispatchEvent(event);
    await settle();
    const asked = http.expectOne(`${path}/revisions/import/preview`);
    expect((asked.request.body as FormData).get('file')).toMatchObject({ name: 'sak.docx' });
    expect(element.querySelector('app-intake-editor [role=status]')?.textContent).toBe('Leser sak.docx …');
    const comment = { author: 'Per', text: 'Sjekk.', place: 'passage', exact: 'Kim', resolved: false, links: [] };
    asked.flush({
      ...preview,
      dropped: [{ kind: 'deleted', count: 1, sample: 'ikke' }],
      beside: {
        title: 'Kim',
        author: 'Kari Moe',
        date: '2024-12-01',
        annotations: [{ exact: 'KCNA' }],
        comments: [{ ...comment, replies: [] }],
        known: 2,
        remarks: [],
      },
    });
    await settle();
    const notes = [...element.querySelectorAll('section .note')].map((note) => note.textContent).join(' ');
    for (const words of [
      'ikke',
      'KCNA',
      'Kari Moe',
      '2024-12-01',
      'Per: Sjekk.',
      '2 kommentarer i filen er her allerede',
    ])
      expect(notes).toContain(words);
    await save();
    const sent = http.expectOne(`${path}/revisions/import`);
    expect(sent.request.headers.get('If-Match')).toBe(article.etag);
    expect((sent.request.body as FormData).get('file')).toMatchObject({ name: 'sak.docx' });
  });

  it('keeps the text typed when somebody saved first, shows what they changed, and saves again only once told to go on', async () => {
    const { element, http, field, save, settle, write } = await page();
    await write(typed);
    await save();
    const text = 'Kim lovet penger. Det sa KCNA.\nMoskva tier.';
    const now: ArticleView = {
      ...article,
      etag: '"a2"',
      revision: { ...article.revision, id: article.id, number: 2, text, createdBy: ola },
    };
    http
      .expectOne(`${path}/revisions`)
      .flush(
        { type: 'about:blank', code: 'stale', title: 'Endret', status: 412, detail: 'Endret', current: now },
        { status: 412, statusText: 'Precondition Failed' },
      );
    await settle();
    http.expectOne(`${path}/revisions/1`).flush({ ...article.revision, sentences: [] });
    await settle();
    expect(field().value).toBe(typed);
    expect(element.querySelector('app-changed-meanwhile')?.textContent).toContain(
      'Ola lagret revisjon 2 mens du skrev.',
    );
    expect([...element.querySelectorAll('app-changed-meanwhile ins')].map((ins) => ins.textContent)).toEqual([
      expect.stringContaining('penger'),
    ]);
    await save();
    http.expectNone(`${path}/revisions`);
    element.querySelector<HTMLButtonElement>('app-changed-meanwhile .btn')!.click();
    await settle();
    await save();
    expect(http.expectOne(`${path}/revisions`).request.headers.get('If-Match')).toBe('"a2"');
  });
});
