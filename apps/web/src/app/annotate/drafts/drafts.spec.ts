import { TestBed } from '@angular/core/testing';
import { routes, type AnnotationView, type DraftView } from '@belegg/contract';
import { describe as describePassage } from '@belegg/domain';
import { annotation, article, kari, ola, problem, scene, text, uuid } from '../test/scene';
import { statementOf, type Statement } from './statement';

const saved = annotation(20, 0, 17);
const passage = describePassage(text, { start: 18, end: 30 });
const settled = () => jest.advanceTimersByTimeAsync(1000);
const kept = () => Object.keys(localStorage).filter((key) => key.startsWith('belegg.draft.'));
const row = (statement: Statement, more: Partial<DraftView> = {}): DraftView => ({
  annotationId: saved.id,
  annotationRevision: 1,
  version: uuid(70),
  statement,
  since: '2024-12-01T10:00:00.000Z',
  updatedAt: '2024-12-01T10:00:00.000Z',
  ...more,
});
const says = (rationale: string, more: Partial<AnnotationView> = {}): AnnotationView => ({
  ...saved,
  rationale,
  revision: 2,
  etag: '"20-2"',
  ...more,
});

describe('Drafts', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
  });
  afterEach(() => jest.useRealTimers());

  /** A page with a server that keeps drafts, has those of `mine`, and answers other calls as it is told. */
  async function page(annotations: readonly AnnotationView[] = [saved], mine: readonly DraftView[] = []) {
    const opened = await scene({ annotations });
    const answers: unknown[] = [];
    opened.call.mockImplementation((route: unknown, options: { body: { statement: Statement } }) => {
      if (route === routes.listDrafts) return Promise.resolve({ mine, others: [] });
      if (route === routes.keepDraft) return Promise.resolve(row(options.body.statement));
      // Without an answer, the call is on its way for ever.
      const answer = answers.length > 0 ? answers.shift() : new Promise(() => undefined);
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    });
    await opened.drafts.restore(article.id);
    opened.call.mockClear();
    const sent = (route: unknown) =>
      (opened.call.mock.calls as [unknown, object][]).filter(([one]) => one === route).map(([, options]) => options);
    return { ...opened, answers, sent };
  }

  async function typing(rationale: string) {
    const opened = await page();
    opened.drafts.type(saved, { ...statementOf(saved), rationale });
    return opened;
  }

  it('has what is typed in the browser at once, on the server within a second, and in a revision when its author leaves', async () => {
    const { answers, drafts, sent, store } = await typing('Der');
    expect(kept()).toEqual([`belegg.draft.${kari.id}.${uuid(3)}.${article.id}.${saved.id}`]);
    for (const rationale of ['Derf', 'Derfo', 'Derfor']) {
      await jest.advanceTimersByTimeAsync(300);
      drafts.type(saved, { ...statementOf(saved), rationale });
    }
    expect(sent(routes.keepDraft)).toHaveLength(1);
    await settled();
    expect(sent(routes.keepDraft).at(-1)).toEqual({
      params: { id: saved.id },
      body: {
        annotationRevision: 1,
        replaces: uuid(70),
        statement: { verdict: 'confirmed', rationale: 'Derfor', citations: [] },
      },
    });
    expect(kept()).toEqual([]);
    expect(drafts.all().get(saved.id)?.state).toBe('kept');
    expect(sent(routes.changeAnnotation)).toEqual([]);
    answers.push(says('Derfor'));
    drafts.leave(saved.id);
    await settled();
    expect(sent(routes.changeAnnotation)).toEqual([
      { params: { id: saved.id }, body: { rationale: 'Derfor', draft: uuid(70) }, ifMatch: '"20-1"' },
    ]);
    expect(drafts.all().size).toBe(0);
    expect(store.annotation(saved.id)?.etag).toBe('"20-2"');
  });

  it('makes a revision after a minute of rest', async () => {
    const { answers, drafts, sent } = await typing('Derfor');
    answers.push(says('Derfor'));
    await jest.advanceTimersByTimeAsync(59_000);
    expect(sent(routes.changeAnnotation)).toEqual([]);
    await jest.advanceTimersByTimeAsync(3000);
    expect(sent(routes.changeAnnotation)).toHaveLength(1);
    expect(drafts.all().size).toBe(0);
  });

  it('makes a revision when somebody else has come', async () => {
    const { answers, call, drafts, sent } = await typing('Derfor');
    call.mockImplementationOnce((_, { body }: { body: { statement: Statement } }) =>
      Promise.resolve(row(body.statement, { awaitedSince: '2024-12-01T10:00:01.000Z' })),
    );
    answers.push(says('Derfor'));
    await settled();
    expect(sent(routes.changeAnnotation)).toHaveLength(1);
    expect(drafts.all().size).toBe(0);
  });

  it('goes on with what was typed on another device, and leaves the saved text to those who did not type it', async () => {
    const mine = row({ ...statementOf(saved), rationale: 'Fra telefonen' });
    const { drafts, sent, store } = await page([saved], [mine]);
    expect(drafts.statement(store.annotation(saved.id)!).rationale).toBe('Fra telefonen');
    expect(store.annotation(saved.id)?.rationale).toBe('');
    drafts.type(saved, { ...mine.statement, rationale: 'Fra telefonen, og herfra' });
    await settled();
    expect(sent(routes.keepDraft)[0]).toMatchObject({ body: { replaces: uuid(70) } });
  });

  it('settles with what was typed while the first part was on its way', async () => {
    const { answers, drafts, sent } = await typing('Derfor');
    answers.push(says('Derfor'), says('Derfor og derfor', { revision: 3, etag: '"20-3"' }));
    const settling = drafts.settle(saved.id);
    drafts.type(saved, { ...statementOf(saved), rationale: 'Derfor og derfor' });
    await settled();
    expect(await settling).toBe(true);
    expect(sent(routes.changeAnnotation)).toEqual([
      expect.objectContaining({ body: { rationale: 'Derfor' }, ifMatch: '"20-1"' }),
      expect.objectContaining({ body: { rationale: 'Derfor og derfor' }, ifMatch: '"20-2"' }),
    ]);
    expect(drafts.all().size).toBe(0);
  });

  it('does not send again what the server has put into canonical form', async () => {
    const { answers, drafts, sent } = await typing('e\u0301n');
    answers.push(says('én'));
    await drafts.settle(saved.id);
    await settled();
    expect(sent(routes.changeAnnotation)).toHaveLength(1);
    expect(drafts.all().size).toBe(0);
  });

  it('keeps the draft and tries again when the server cannot be reached, at once when it comes back', async () => {
    const { call, drafts, lost } = await typing('Derfor');
    call.mockRejectedValueOnce(problem('unavailable', 503));
    await settled();
    expect(drafts.all().get(saved.id)?.state).toBe('retrying');
    expect(kept()).toHaveLength(1);
    lost.set(true);
    TestBed.tick();
    lost.set(false);
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(0);
    expect(drafts.all().get(saved.id)?.state).toBe('kept');
    expect(kept()).toEqual([]);
  });

  it('takes up what a crash left behind', async () => {
    const crashed = await typing('Før krasjet');
    crashed.call.mockReturnValue(new Promise(() => undefined));
    TestBed.resetTestingModule();
    const { drafts, sent, store } = await page();
    expect(drafts.statement(store.annotation(saved.id)!).rationale).toBe('Før krasjet');
    await settled();
    expect(sent(routes.keepDraft)).toEqual([
      expect.objectContaining({
        body: expect.objectContaining({ statement: expect.objectContaining({ rationale: 'Før krasjet' }) }),
      }),
    ]);
    expect(kept()).toEqual([]);
  });

  it('merges by itself what two people changed in different fields', async () => {
    const { answers, drafts, sent } = await typing('Min');
    const theirs = says('', { verdict: 'denied' });
    answers.push(
      problem('stale', 412, { current: theirs }),
      says('Min', { verdict: 'denied', revision: 3, etag: '"20-3"' }),
    );
    drafts.leave(saved.id);
    await settled();
    expect(sent(routes.changeAnnotation).at(-1)).toMatchObject({ body: { rationale: 'Min' }, ifMatch: '"20-2"' });
    expect(drafts.all().size).toBe(0);
  });

  it('asks where both changed the same, and loses nothing meanwhile', async () => {
    const { answers, drafts, sent, store } = await typing('Min');
    const theirs = says('Deres');
    answers.push(problem('stale', 412, { current: theirs }), says('Min, og mer', { revision: 3, etag: '"20-3"' }));
    expect(await drafts.settle(saved.id)).toBe(false);
    expect(drafts.all().get(saved.id)).toMatchObject({ state: 'conflict', conflict: { saved: theirs } });
    drafts.type(saved, { ...statementOf(saved), rationale: 'Min, og mer' });
    await settled();
    expect(sent(routes.changeAnnotation)).toHaveLength(1);
    expect(kept()).toHaveLength(1);
    drafts.resolve(saved.id, []);
    await settled();
    expect(sent(routes.changeAnnotation).at(-1)).toMatchObject({
      body: { rationale: 'Min, og mer' },
      ifMatch: '"20-2"',
    });
    expect(store.annotation(saved.id)?.rationale).toBe('Min, og mer');
  });

  it('lets theirs stand when that is chosen', async () => {
    const { answers, drafts, sent, store } = await typing('Min');
    answers.push(problem('stale', 412, { current: says('Deres') }));
    await drafts.settle(saved.id);
    drafts.resolve(saved.id, ['rationale']);
    await settled();
    expect(sent(routes.changeAnnotation)).toHaveLength(1);
    expect(drafts.statement(store.annotation(saved.id)!).rationale).toBe('Deres');
  });

  it('stops and asks when the review has gone on, though no field is in conflict', async () => {
    const { answers, drafts, sent } = await typing('Min');
    answers.push(problem('stale', 412, { current: says('', { status: 'submitted' }) }));
    drafts.leave(saved.id);
    await settled();
    expect(drafts.all().get(saved.id)?.state).toBe('conflict');
    expect(sent(routes.changeAnnotation)).toHaveLength(1);
  });

  it('keeps what cannot be right yet as a draft, makes no revision of it, and says so', async () => {
    const { drafts, sent } = await page();
    drafts.type(saved, {
      ...statementOf(saved),
      citations: [{ key: 'k', sourceId: uuid(30), stance: 'supports', url: 'kcna.kp' }],
    });
    await settled();
    expect(drafts.all().get(saved.id)?.state).toBe('kept');
    expect(await drafts.settle(saved.id)).toBe(false);
    expect(sent(routes.changeAnnotation)).toEqual([]);
    expect(drafts.all().get(saved.id)?.state).toBe('refused');
  });

  it('shows a new annotation at once, and what was typed before the answer follows it', async () => {
    const { answers, drafts, sent, store } = await page([]);
    const made = annotation(40, 18, 30, { verdict: 'denied' });
    let answer: (value: unknown) => void = () => undefined;
    answers.push(new Promise((resolve) => (answer = resolve)));
    const id = drafts.create(passage, 1, 'denied')!;
    expect(store.annotation(id)).toEqual(
      expect.objectContaining({ status: 'draft', verdict: 'denied', authors: [{ ...kari, email: 'k@a.no' }] }),
    );
    drafts.type(store.annotation(id)!, { ...statementOf(store.annotation(id)!), rationale: 'Nei' });
    answer(made);
    await settled();
    expect(store.annotations().map((one) => [one.id, drafts.statement(one).rationale])).toEqual([[made.id, 'Nei']]);
    expect(sent(routes.keepDraft)).toEqual([expect.objectContaining({ params: { id: made.id } })]);
    expect(store.keyOf(made.id)).toBe(id);
  });

  it.each(['before', 'while', 'after'] as const)(
    'settles with all that was typed %s the new annotation gets its id, though the page still shows the one before',
    async (moment) => {
      const { call, drafts, store } = await page([]);
      let answer: (value: unknown) => void = () => undefined;
      call.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
      const shown = store.annotation(drafts.create(passage, 1, 'denied'))!;
      const type = () => drafts.type(shown, { ...drafts.statement(shown), rationale: 'Nei' });
      const made = annotation(40, 18, 30, { verdict: 'denied' });
      call.mockImplementation((route, { body, params }: { body: { statement: Statement }; params: { id: string } }) => {
        if (params.id !== made.id) return Promise.reject(problem('not-found', 404));
        if (route === routes.keepDraft) return Promise.resolve(row(body.statement, { annotationId: made.id }));
        return Promise.resolve({ ...made, ...body, etag: '"40-2"', revision: 2 });
      });
      if (moment === 'before') type();
      let settling = moment === 'while' ? drafts.settle(shown.id) : undefined;
      if (moment === 'while') type();
      answer(made);
      if (moment === 'after') {
        await jest.advanceTimersByTimeAsync(0);
        type();
      }
      settling ??= drafts.settle(shown.id);
      await settled();
      expect(await settling).toBe(true);
      expect(store.annotations().map((one) => [one.id, one.rationale])).toEqual([[made.id, 'Nei']]);
      expect(kept()).toEqual([]);
    },
  );

  it('takes what is typed after an answer as a change of that answer', async () => {
    const { answers, drafts, sent } = await typing('De');
    answers.push(says('De'), says('Derfor', { revision: 3, etag: '"20-3"' }));
    await drafts.settle(saved.id);
    drafts.type(saved, { ...statementOf(saved), rationale: 'Derfor' });
    await drafts.settle(saved.id);
    expect(sent(routes.changeAnnotation)).toMatchObject([{ ifMatch: '"20-1"' }, { ifMatch: '"20-2"' }]);
  });

  it('does not make an annotation twice when the answer to the first call was lost', async () => {
    const { call, drafts, store } = await page([]);
    call.mockRejectedValueOnce(problem('unavailable', 0));
    drafts.create(passage, 1, 'denied');
    await jest.advanceTimersByTimeAsync(0);
    const made = annotation(40, 18, 30, { verdict: 'denied', createdAt: new Date().toISOString() });
    call.mockImplementation((route: unknown) =>
      Promise.resolve(route === routes.listAnnotations ? { items: [made] } : undefined),
    );
    await jest.advanceTimersByTimeAsync(5000);
    expect(call.mock.calls.filter(([route]) => route === routes.createAnnotation)).toHaveLength(1);
    expect(store.annotations().map(({ id }) => id)).toEqual([made.id]);
    expect(drafts.all().size).toBe(0);
  });

  it('finds no draft of another person in the same browser', async () => {
    localStorage.setItem(
      `belegg.draft.${ola.id}.${uuid(3)}.${article.id}.${saved.id}`,
      JSON.stringify({
        annotationId: saved.id,
        base: statementOf(saved),
        typed: { ...statementOf(saved), rationale: 'Olas' },
        status: 'draft',
        etag: '"20-1"',
        since: new Date().toISOString(),
      }),
    );
    const { call, drafts } = await page();
    await settled();
    expect(drafts.all().size).toBe(0);
    expect(call).not.toHaveBeenCalled();
  });
});
