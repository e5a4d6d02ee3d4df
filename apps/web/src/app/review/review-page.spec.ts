import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { ReviewItem, ReviewMark } from '@belegg/contract';
import { Subject } from 'rxjs';
import { article as someArticle } from '../annotate/test/scene';
import { apiInterceptor } from '../shell/api.interceptor';
import { I18n } from '../shell/i18n';
import { Live } from '../shell/live';
import { Session } from '../shell/session';
import { Toasts } from '../shell/toasts';
import { Waiting } from '../shell/waiting';
import { ReviewPage } from './review-page';
import { reviewItem, reviewMark } from './test/review-item';

const [one, two, three] = ['1', '2', '3'].map((n) => `0198c000-0000-7000-8000-00000000000${n}`) as [
  string,
  string,
  string,
];
const me = '0198c000-0000-7000-8000-0000000000bb';
const article = '0198c000-0000-7000-8000-0000000000aa';

describe('ReviewPage', () => {
  let http: HttpTestingController;
  let harness: RouterTestingHarness;
  const reload = jest.fn();
  const announce = jest.fn();
  const sayBriefly = jest.fn<() => void, [string, { label: string; run: () => void }]>();
  const can = jest.fn<boolean, [string]>();
  const page = (): HTMLElement => harness.routeNativeElement as HTMLElement;
  const text = (selector: string): string | undefined =>
    page().querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim();
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 4; turn++) {
      await new Promise((resolve) => setTimeout(resolve));
      harness.detectChanges();
    }
  };
  const key = async (
    name: string,
    more: KeyboardEventInit = {},
    target: EventTarget = document.body,
  ): Promise<void> => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }));
    await settle();
  };
  const kept = (): unknown[] =>
    Object.entries({ ...localStorage }).flatMap(([name, value]) => (name.includes('draft') ? [value] : []));
  const queueOf = (items: readonly ReviewItem[], marks: readonly ReviewMark[] = []): TestRequest[] => {
    for (const call of http.match((request) => request.url === '/api/reviews/marks')) call.flush({ items: marks });
    const calls = http.match((request) => request.url === '/api/reviews');
    for (const call of calls) call.flush({ items });
    return calls;
  };
  const start = async (
    items: readonly ReviewItem[],
    path = '/review',
    marks: readonly ReviewMark[] = [],
  ): Promise<void> => {
    harness = await RouterTestingHarness.create();
    await harness.navigateByUrl(path, ReviewPage);
    queueOf(items, marks);
    await settle();
  };
  const claim = (id: string, exact: string, more: Parameters<typeof reviewItem>[1] = {}): ReviewItem =>
    reviewItem(id, {
      article,
      ...more,
      annotation: {
        selector: [
          { type: 'TextPositionSelector', start: Number(id.at(-1)), end: 50 },
          { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
        ],
        ...more.annotation,
      },
    });

  beforeEach(() => {
    jest.clearAllMocks();
    localStorage.clear();
    can.mockReturnValue(true);
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([apiInterceptor])),
        provideHttpClientTesting(),
        provideRouter(
          [
            { path: 'review', component: ReviewPage },
            { path: 'articles/:id', children: [] },
          ],
          withComponentInputBinding(),
        ),
        { provide: Live, useValue: { events: new Subject() } },
        { provide: Waiting, useValue: { reload } },
        { provide: Toasts, useValue: { announce, say: jest.fn(), sayBriefly } },
        { provide: Session, useValue: { can, current: () => ({ account: { id: me } }) } },
      ],
    });
    TestBed.inject(I18n).choose('nb');
    http = TestBed.inject(HttpTestingController);
  });

  it('opens the first, and walks through the rest by key, back too', async () => {
    await start([claim(one, 'Første'), claim(two, 'Andre')]);
    expect(text('[aria-current] .passage')).toBe('Første');
    await key('j');
    expect(text('[aria-current] .passage')).toBe('Andre');
    await key('ArrowDown');
    expect(text('[aria-current] .passage')).toBe('Andre');
    await key('k');
    expect(text('[aria-current] .passage')).toBe('Første');
  });

  it('shows the passage in its surroundings, marked', async () => {
    await start([claim(one, 'Seoul')]);
    expect([...page().querySelectorAll('app-passage-view .text')].map((block) => block.textContent)).toEqual([
      'Før.',
      'Seoul vurderer saken.',
      'Etter.',
    ]);
    expect(text('mark')).toBe('Seoul');
  });

  it('approves what was seen, once for a key held down, and brings up and announces the next', async () => {
    await start([claim(one, 'Første', { etag: '"x"' }), claim(two, 'Andre')]);
    await key('a');
    await key('a', { repeat: true });
    const call = http.expectOne(`/api/annotations/${one}/approve`);
    expect(call.request.headers.get('If-Match')).toBe('"x"');
    call.flush(claim(one, 'Første').annotation);
    await settle();
    expect(text('[aria-current] .passage')).toBe('Andre');
    expect(page().querySelectorAll('app-queue-item')).toHaveLength(1);
    expect(announce).toHaveBeenCalledWith('Godkjent. Neste: Bekreftet, «Andre»');
    expect(reload).toHaveBeenCalled();
  });

  it('returns with a comment alone, sent by Ctrl+Enter', async () => {
    await start([claim(one, 'Første')]);
    await key('r');
    const field = page().querySelector<HTMLTextAreaElement>('app-return-form textarea')!;
    await key('Enter', { ctrlKey: true }, field);
    expect(text('.error')).toBe('Skriv hva som må rettes.');
    field.value = 'Hvem andre sier dette?';
    field.dispatchEvent(new Event('input'));
    await key('Enter', { ctrlKey: true }, field);
    const call = http.expectOne(`/api/annotations/${one}/return`);
    expect(call.request.body).toEqual({ comment: 'Hvem andre sier dette?' });
    call.flush(claim(one, 'Første').annotation);
    await settle();
    expect(text('app-article-done p')).toBe('Du er gjennom det som ventet på deg i denne artikkelen.');
    expect(kept()).toEqual([]);
  });

  it('keeps a comment that was begun, past Escape and a new page', async () => {
    await start([claim(one, 'Første')]);
    await key('r');
    const field = page().querySelector<HTMLTextAreaElement>('app-return-form textarea')!;
    field.value = 'Halvferdig';
    field.dispatchEvent(new Event('input'));
    await key('Escape', {}, field);
    expect(page().querySelector<HTMLTextAreaElement>('app-return-form textarea')).toBeNull();
    expect(text('.decision')).toContain('En påbegynt kommentar er tatt vare på.');
    TestBed.resetTestingModule();
    expect(kept()).toEqual(['Halvferdig']);
  });

  it('shows what changed when somebody was faster, decides nothing, and keeps the comment', async () => {
    await start([claim(one, 'Første', { etag: '"1"', annotation: { rationale: 'Sagt på TV.' } })]);
    await key('r');
    const field = page().querySelector<HTMLTextAreaElement>('app-return-form textarea')!;
    field.value = 'Hvem?';
    field.dispatchEvent(new Event('input'));
    await key('Enter', { ctrlKey: true }, field);
    const problem = { type: 'x', code: 'stale', title: 'Endret', status: 412, detail: 'Endret' };
    http.expectOne(`/api/annotations/${one}/return`).flush(problem, { status: 412, statusText: 'Precondition Failed' });
    await settle();
    queueOf([claim(one, 'Første', { etag: '"2"', annotation: { rationale: 'Sagt på radio.', verdict: 'disputed' } })]);
    await settle();
    expect(text('app-reading-note')).toContain('Den ble endret mens du leste.');
    expect([text('app-rationale del'), text('app-rationale ins')]).toEqual([
      'fjernet: TV slutt på endring',
      'lagt til: radio slutt på endring',
    ]);
    expect(text('.verdict-line del')).toBe('var bekreftet');
    expect(page().querySelector<HTMLTextAreaElement>('app-return-form textarea')?.value).toBe('Hvem?');
    await key('Enter', { ctrlKey: true }, page().querySelector<HTMLTextAreaElement>('app-return-form textarea')!);
    expect(http.expectOne(`/api/annotations/${one}/return`).request.headers.get('If-Match')).toBe('"2"');
  });

  it('says what differs from what was decided on last', async () => {
    const { rationale, verdict, selector, citations, steps, createdAt, articleRevision, authors } = claim(
      one,
      'Første',
    ).annotation;
    const returned = {
      kind: 'returned' as const,
      annotationRevision: 1,
      articleRevision: 1,
      by: { id: me, name: 'Jeg' },
      at: createdAt,
      comment: 'Hvem?',
    };
    const previous = {
      rationale: `${rationale} Og mer.`,
      verdict,
      selector,
      citations,
      steps: [...steps, returned],
      createdAt,
      articleRevision,
      number: 1,
      author: authors[0]!,
    };
    await start([claim(one, 'Første', { previous })]);
    expect(text('app-rationale h2')).toBe('Begrunnelse, endret siden du sendte den tilbake');
    expect(text('app-rationale del')).toContain('Og mer.');
    expect(text('app-queue-item .who')).toContain('sendt på nytt');
  });

  it('lets nobody decide on their own work, and says why', async () => {
    await start([claim(one, 'Mitt', { refusal: 'ownWork' })], `/review?item=${one}`);
    expect(text('#refusal')).toBe('Du har selv skrevet en del av dette. En annen må avgjøre det.');
    const buttons = [...page().querySelectorAll<HTMLButtonElement>('.act button')];
    expect(
      buttons.map((button) => [button.getAttribute('aria-disabled'), button.getAttribute('aria-describedby')]),
    ).toEqual([
      ['true', 'refusal'],
      ['true', 'refusal'],
    ]);
    await key('a');
    buttons.forEach((button) => button.click());
    await settle();
    http.expectNone(({ method }) => method !== 'GET');
    expect(page().querySelector<HTMLTextAreaElement>('app-return-form textarea')).toBeNull();
  });

  it('passes over what waits for others, and says when nothing is left', async () => {
    await start([claim(one, 'Mitt', { refusal: 'ownWork' }), claim(two, 'Deres')]);
    expect(text('[aria-current] .passage')).toBe('Deres');
    await key('a');
    http.expectOne(`/api/annotations/${two}/approve`).flush(claim(two, 'Deres').annotation);
    await settle();
    expect(text('app-article-done h2')).toBe(`Artikkel ${article}`);
    expect(announce).toHaveBeenCalledWith('Godkjent. Ingenting venter på deg.');
  });

  it('stays with an article after its last claim, and goes on to another when it is asked to', async () => {
    const other = reviewItem(two, { article: three, annotation: { rationale: 'I en annen artikkel' } });
    await start([claim(one, 'Første'), other]);
    await key('a');
    http.expectOne(`/api/annotations/${one}/approve`).flush(claim(one, 'Første').annotation);
    await settle();
    expect(text('app-article-done h2')).toBe(`Artikkel ${article}`);
    page().querySelector<HTMLButtonElement>('app-article-done button.btn')!.click();
    await settle();
    expect(text('app-article-done')).toBeUndefined();
    expect(text('[aria-current] .passage')).toBe('Seoul');
  });

  it('offers to take a decision back, and shows what it was on again', async () => {
    await start([claim(one, 'Første'), claim(two, 'Andre')]);
    await key('a');
    http.expectOne(`/api/annotations/${one}/approve`).flush(claim(one, 'Første').annotation);
    await settle();
    const [said, { run }] = sayBriefly.mock.calls[0]!;
    expect(said).toBe('Godkjent.');
    run();
    http.expectOne(`/api/articles/${article}/undo`).error(new ProgressEvent('error'));
    await settle();
    expect(text('[aria-current] .passage')).toBe('Andre');
  });

  describe('a sentence that somebody called not checkable', () => {
    const articleWith = (etag: string) => ({
      ...someArticle,
      sentences: someArticle.sentences.map((sentence) => ({ ...sentence, etag })),
    });
    const mark = reviewMark(two, { article: { id: article, title: 'Moskva', revision: 1 }, start: 90 });

    it('stands in the queue, is confirmed by the ETag that was looked at, and is followed by the summary', async () => {
      await start([claim(one, 'Første')], '/review', [mark]);
      await key('j');
      expect(text('[aria-current] .not-checkable')).toBe('Ikke sjekkbar');
      expect([text('app-mark-panel .serif'), text('mark')]).toEqual(['Mening', 'Vi bør handle.']);
      await key('a');
      const path = `/api/articles/${article}/sentences/0/checkability/confirm`;
      const call = http.expectOne(path);
      expect(call.request.headers.get('If-Match')).toBe(mark.etag);
      call.flush(null);
    });

    it('is to be checked after all, unless something else is said of it by now', async () => {
      await start([], '/review', [mark]);
      await key('r');
      http.expectOne(`/api/articles/${article}`).flush(articleWith('"k9"'));
      await settle();
      http.expectNone(({ method }) => method === 'PUT');
      queueOf([], [mark]);
      await settle();
      await key('r');
      http.expectOne(`/api/articles/${article}`).flush(articleWith(mark.etag));
      await settle();
      const call = http.expectOne(({ method }) => method === 'PUT');
      expect(call.request.body).toEqual({ checkable: true });
    });

    it('is not confirmed by who said so', async () => {
      await start([], `/review?item=${two}`, [{ ...mark, refusal: 'ownWork' }]);
      expect(text('#refusal')).toBe('Du har selv skrevet en del av dette. En annen må avgjøre det.');
      await key('a');
      http.expectNone(({ method }) => method !== 'GET');
    });
  });

  it('leads from an address of what is not in the queue to what is, and by E into the article', async () => {
    await start([claim(one, 'Første')], `/review?item=${three}`);
    expect(text('[aria-current] .passage')).toBe('Første');
    await key('e');
    expect(TestBed.inject(Router).url).toBe(`/articles/${article}?annotation=${one}`);
  });
});
