import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import {
  routes,
  type AnnotationView,
  type ArticleView,
  type Problem,
  type ProblemCode,
  type SessionView,
} from '@belegg/contract';
import { describe as describePassage, type Role } from '@belegg/domain';
import { coverageOfStates } from '@belegg/ui';
import { Api } from '../../shell/api';
import { Connection } from '../../shell/connection';
import { ProblemError } from '../../shell/problem-error';
import { Session } from '../../shell/session';
import { Assignments, Taking } from '../../assignments';
import { Presence } from '../../presence';
import { Members, Talk, Threads, Written } from '../../threads';
import { AnnotateStore } from '../annotate.store';
import { CheckabilityMarks } from '../checkability';
import { PageFocus } from '../page-focus';
import { Drafts } from '../drafts/drafts';
import { EarlierCitations } from '../editor/earlier-citations';
import { Finding } from '../find/finding';
import { Places } from '../places';
import { Placing } from '../placing';
import { Reviews } from '../reviews';
import { SentenceBorders } from '../sentence-borders';
import { ServerWords } from '../server-words';
import { Sources } from '../../sources';
import { Undo } from '../undo';

export const uuid = (n: number): string => `01938000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const at = '2024-12-01T10:00:00Z';
export const kari = { id: uuid(1), name: 'Kari' };
export const ola = { id: uuid(2), name: 'Ola' };
export const text = 'Kim lovet støtte. Det sa KCNA.\nMoskva tier.';
const sentence = (index: number, start: number, end: number, block: number) => ({
  index,
  id: `${start}-${end}`,
  start,
  end,
  block,
  checkable: true,
  state: 'unchecked' as const,
});

export const article: ArticleView = {
  id: uuid(10),
  title: 'Løftet',
  author: 'Kari',
  language: 'nb',
  createdAt: at,
  updatedAt: at,
  etag: '"a1"',
  sentences: [sentence(0, 0, 17, 0), sentence(1, 18, 30, 0), sentence(2, 31, 43, 1)],
  coverage: coverageOfStates(['unchecked', 'unchecked', 'unchecked']),
  longestPassage: 3,
  revision: {
    id: uuid(11),
    number: 1,
    text,
    sha256: 'a'.repeat(64),
    marks: [],
    language: 'nb',
    createdAt: at,
    createdBy: kari,
    blocks: [
      { kind: 'paragraph', start: 0, end: 30 },
      { kind: 'paragraph', start: 31, end: 43 },
    ],
  },
};

export function annotation(n: number, start: number, end: number, more: Partial<AnnotationView> = {}): AnnotationView {
  const [position, quote] = describePassage(text, { start, end });
  return {
    id: uuid(n),
    articleId: article.id,
    revision: 1,
    status: 'draft',
    verdict: 'confirmed',
    rationale: '',
    selector: [position, quote],
    articleRevision: 1,
    anchor: { outcome: 'unchanged' },
    citations: [],
    authors: [kari],
    steps: [],
    conflicts: [],
    createdAt: at,
    updatedAt: at,
    etag: `"${n}-1"`,
    ...more,
  };
}

export function problem(code: ProblemCode, status: number, more: Partial<Problem> = {}): ProblemError {
  return new ProblemError({ type: 'about:blank', code, title: code, status, detail: code, ...more });
}

/** A page with one article and the given annotations, seen by Kari. What the server is asked goes to `call`. */
export async function scene({
  annotations = [],
  roles = ['editor'],
}: { readonly annotations?: readonly AnnotationView[]; readonly roles?: readonly Role[] } = {}) {
  const call = jest.fn();
  const lost = signal(false);
  const session: SessionView = {
    account: { ...kari, email: 'k@a.no' },
    newsroom: { id: uuid(3), name: 'Avisa' },
    roles: [...roles],
    mustChangePassword: false,
    newsrooms: [],
  };
  TestBed.configureTestingModule({
    providers: [
      AnnotateStore,
      Assignments,
      CheckabilityMarks,
      PageFocus,
      Drafts,
      EarlierCitations,
      Finding,
      Members,
      Places,
      Placing,
      Presence,
      Reviews,
      SentenceBorders,
      ServerWords,
      Sources,
      Taking,
      Talk,
      Threads,
      Undo,
      Written,
      { provide: Api, useValue: { call } },
      { provide: Connection, useValue: { lost } },
    ],
  });
  const { can } = Session.prototype;
  TestBed.overrideProvider(Session, { useValue: { current: signal(session), can } });
  const store = TestBed.inject(AnnotateStore);
  call.mockImplementation((route: unknown) =>
    Promise.resolve(route === routes.getArticle ? article : { items: annotations }),
  );
  await store.load(article.id);
  call.mockReset();
  const page = {
    call,
    lost,
    store,
    drafts: TestBed.inject(Drafts),
    pageFocus: TestBed.inject(PageFocus),
    reviews: TestBed.inject(Reviews),
  };
  TestBed.tick();
  return page;
}
