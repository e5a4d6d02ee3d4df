import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { routes, type AnnotationView } from '@belegg/contract';
import { annotation, article } from '../annotate/test/scene';
import { Api } from '../shell/api';
import { I18n } from '../shell/i18n';
import { RevisionPage } from './revision-page';

const approved = annotation(20, 0, 17, { status: 'approved', rationale: 'Står i *loven*.' });
const lost = annotation(21, 18, 30, { status: 'lapsed', verdict: 'denied', anchor: { outcome: 'orphaned' } });

async function page(pages: readonly (readonly AnnotationView[])[]) {
  const call = jest.fn((route: unknown, options: { query?: { cursor?: string } }) => {
    const at = Number(options.query?.cursor ?? 0);
    return Promise.resolve({ items: pages[at] ?? [], ...(at + 1 < pages.length && { nextCursor: String(at + 1) }) });
  });
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: Api, useValue: { call } },
    ],
  });
  TestBed.inject(I18n).choose('nb');
  const fixture = TestBed.createComponent(RevisionPage);
  fixture.componentRef.setInput('id', article.id);
  fixture.componentRef.setInput('number', 1);
  const element = fixture.nativeElement as HTMLElement;
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    fixture.detectChanges();
  };
  const http = TestBed.inject(HttpTestingController);
  const path = `/api/articles/${article.id}`;
  await settle();
  http.expectOne(`${path}/revisions/1`).flush({ ...article.revision, sentences: [] });
  http.expectOne(path).flush({ ...article, revision: { ...article.revision, number: 2 } });
  await settle();
  const { id, number, sha256, language, createdAt, createdBy } = article.revision;
  http
    .expectOne(`${path}/revisions`)
    .flush({ items: [2, 1].map((n) => ({ id, number: n * number, sha256, language, createdAt, createdBy })) });
  await settle();
  return { call, element, settle };
}

describe('RevisionPage', () => {
  // jsdom lays nothing out.
  beforeAll(() => {
    Element.prototype.scrollIntoView = jest.fn();
  });

  it('shows a text with all annotations as they stood, and what had no place in it in the list alone', async () => {
    const { call, element } = await page([[approved], [lost]]);
    expect(call).toHaveBeenCalledWith(
      routes.listEarlierAnnotations,
      expect.objectContaining({ params: { id: article.id, number: 1 } }),
    );
    expect([...element.querySelectorAll('mark')].map((mark) => [mark.className, mark.textContent])).toEqual([
      ['confirmed approved', 'Kim lovet støtte.'],
    ]);
    expect(
      [...element.querySelectorAll('.said')].map(({ children }) =>
        [...children].map(({ textContent }) => textContent.trim()),
      ),
    ).toEqual([
      ['Bekreftet', 'Godkjent'],
      ['Avkreftet', 'Ikke lenger godkjent, finnes ikke lenger i teksten'],
    ]);
    expect(element.querySelector('app-annotations-then em')?.textContent).toBe('loven');
  });

  it('leads from the list to the words and back', async () => {
    const { element, settle } = await page([[approved]]);
    element.querySelector<HTMLButtonElement>('.quote')!.click();
    await settle();
    expect(element.querySelector('mark')?.classList.contains('active')).toBe(true);
    expect(element.querySelector('li.active .quote')).not.toBeNull();
  });

  it('has the revisions on a line of time, with the one at hand marked', async () => {
    const { element } = await page([[]]);
    expect([...element.querySelectorAll('nav a')].map((a) => [a.textContent, a.getAttribute('aria-current')])).toEqual([
      ['1', 'page'],
      ['2', null],
    ]);
  });
});
