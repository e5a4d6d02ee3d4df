import type { AnnotationView, ThreadView } from '@belegg/contract';
import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import { Sequencer } from '../events';
import type { TestArticle } from '../test/article';
import { TestTeam } from '../test/team';
import type { Answer, Caller } from '../test/test-app';
import { statementBudgets } from './statement-budgets';

type Name = keyof typeof statementBudgets;

describe('the statements of a call', () => {
  const counting = new AsyncLocalStorage<{ statements: string[]; isAnswered: boolean }>();
  const original = Object.getOwnPropertyDescriptor(pg.Client.prototype, 'query')!;
  let team: TestTeam;
  let article: TestArticle;
  let sourceId: string;

  beforeAll(async () => {
    const query = original.value as (this: pg.Client, ...given: unknown[]) => unknown;
    Object.defineProperty(pg.Client.prototype, 'query', {
      ...original,
      value(this: pg.Client, ...given: unknown[]) {
        const call = counting.getStore();
        const [statement] = given as [string | { text: string }];
        const text = typeof statement === 'string' ? statement : statement.text;
        // The sequencer's wake-up can be sent by the turn in which a call gives its connection back.
        if (call && !call.isAnswered && !text.includes('pg_notify')) call.statements.push(text);
        return query.apply(this, given);
      },
    });
    team = await TestTeam.open();
    // What follows the commit is no part of the call.
    const sequencer = team.app.nest.get(Sequencer, { strict: false });
    const request = sequencer.request.bind(sequencer);
    Object.assign(sequencer, {
      request: (newsroomId: string) => {
        counting.exit(() => {
          request(newsroomId);
        });
      },
    });
    article = await team.article();
    sourceId = await team.source();
    // What is asked once in the life of a process is not what a call costs.
    await approved();
    await step(team.reviewer, 'return', await submitted(), { comment: 'Kilde?' });
  });
  afterAll(async () => {
    Object.defineProperty(pg.Client.prototype, 'query', original);
    await team.close();
  });

  const measure = async (name: Name, status: number, call: () => Promise<Answer<unknown>>) => {
    const state = { statements: [] as string[], isAnswered: false };
    const answer = await counting.run(state, call);
    state.isAnswered = true;
    expect({ status: answer.status, text: answer.text }).toMatchObject({ status });
    const { length } = state.statements;
    if (length > statementBudgets[name])
      throw new Error(
        `${name}: ${length} statements, ${statementBudgets[name]} allowed\n${state.statements.join('\n')}`,
      );
    expect(length).toBeGreaterThan(0);
  };
  const body = () => ({
    selector: article.select('Den fløy 4600 kilometer.'),
    verdict: 'confirmed',
    rationale: 'Målt av radar.',
    citations: [{ sourceId, stance: 'supports', quote: '4600 km' }],
  });
  const annotated = async (): Promise<AnnotationView> => {
    const {
      body: view,
      status,
      text,
    } = await team.editor.call<AnnotationView>('POST', `/api/articles/${article.id}/annotations`, body());
    if (status !== 201) throw new Error(text);
    return view;
  };
  const step = (
    by: Caller,
    what: string,
    { id, etag }: AnnotationView,
    sent?: object,
  ): Promise<Answer<AnnotationView>> =>
    by.call<AnnotationView>('POST', `/api/annotations/${id}/${what}`, sent, { 'if-match': etag });
  const submitted = async (): Promise<AnnotationView> => (await step(team.editor, 'submit', await annotated())).body;
  const approved = async (): Promise<AnnotationView> => (await step(team.reviewer, 'approve', await submitted())).body;

  it('that creates an annotation are no more than planned', () =>
    measure('createAnnotation', 201, () =>
      team.editor.call('POST', `/api/articles/${article.id}/annotations`, body()),
    ));

  it('that edits one', async () => {
    const { id, etag } = await annotated();
    await measure('editAnnotation', 200, () =>
      team.editor.call('PATCH', `/api/annotations/${id}`, { rationale: 'Målt to ganger.' }, { 'if-match': etag }),
    );
  });

  it('that keeps what is typed', async () => {
    const { id } = await annotated();
    const typed = { annotationRevision: 1, statement: { verdict: 'denied', rationale: 'Målt', citations: [] } };
    await measure('keepDraft', 200, () => team.editor.call('PUT', `/api/annotations/${id}/draft`, typed));
  });

  it('that submits, approves and returns one', async () => {
    const draft = await annotated();
    await measure('submitAnnotation', 200, () => step(team.editor, 'submit', draft));
    const [one, another] = [await submitted(), await submitted()];
    await measure('approveAnnotation', 200, () => step(team.reviewer, 'approve', one));
    await measure('returnAnnotation', 200, () => step(team.reviewer, 'return', another, { comment: 'Kilde?' }));
  });

  it.each([
    ['getArticle', (): string => `/api/articles/${article.id}`],
    ['listArticles', (): string => '/api/articles'],
    ['listAnnotations', (): string => `/api/articles/${article.id}/annotations`],
    ['listDrafts', (): string => `/api/articles/${article.id}/drafts`],
    ['listReviews', (): string => '/api/reviews'],
    ['countReviews', (): string => '/api/reviews/count'],
    ['listReviewMarks', (): string => '/api/reviews/marks'],
    ['listSources', (): string => '/api/sources'],
    ['search', (): string => '/api/search?q=rakett'],
    ['listAssignments', (): string => `/api/articles/${article.id}/assignments`],
    ['getBoard', (): string => '/api/board'],
    ['listThreads', (): string => `/api/threads?article=${article.id}`],
    ['getSession', (): string => '/api/session'],
  ] as const)('that reads: %s', (name, path) => measure(name, 200, () => team.reviewer.call('GET', path())));

  it('that reads one annotation', async () => {
    const { id } = await annotated();
    await measure('getAnnotation', 200, () => team.editor.call('GET', `/api/annotations/${id}`));
  });

  it('that looks for what was checked before', async () => {
    await approved();
    const { id } = await annotated();
    await measure('listSimilarClaims', 200, () => team.editor.call('GET', `/api/annotations/${id}/similar`));
  });

  it('that gives somebody an assignment', () =>
    measure('createAssignment', 201, () =>
      team.editor.call('POST', `/api/articles/${article.id}/assignments`, { kind: 'check' }),
    ));

  it('that say who is there', () =>
    measure('bePresent', 200, () =>
      team.editor.call('POST', `/api/articles/${article.id}/presence`, { tab: article.id, sentence: 1 }),
    ));

  it('that begins a thread, and answers in it', async () => {
    const begun = { articleId: article.id, selector: article.select('Den fløy 4600 kilometer.'), text: 'Sikkert?' };
    await measure('createThread', 201, () => team.editor.call('POST', '/api/threads', begun));
    const { body: thread } = await team.editor.call<ThreadView>('POST', '/api/threads', begun);
    await measure('addComment', 201, () =>
      team.reviewer.call('POST', `/api/threads/${thread.id}/comments`, { text: 'Ja.' }),
    );
  });

  it('that adds a source', () =>
    measure('createSource', 201, () =>
      team.editor.call('POST', '/api/sources', { kind: 'newspaper', name: 'Taipei Times' }),
    ));
});
