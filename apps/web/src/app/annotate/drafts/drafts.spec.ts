import { TestBed } from '@angular/core/testing';
import { routes } from '@belegg/contract';
import { describe as describePassage } from '@belegg/domain';
import { annotation, article, kari, ola, problem, scene, text, uuid } from '../test/scene';
import { statementOf } from './statement';

const saved = annotation(20, 0, 17);
const passage = describePassage(text, { start: 18, end: 30 });
const settled = () => jest.advanceTimersByTimeAsync(1000);
const kept = () => Object.keys(localStorage).filter((key) => key.startsWith('belegg.draft.'));

describe('Drafts', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
  });
  afterEach(() => jest.useRealTimers());

  async function typing(rationale: string, existing = saved) {
    const page = await scene({ annotations: [existing] });
    page.drafts.restore(article.id);
    page.drafts.type(existing, { ...statementOf(existing), rationale });
    return page;
  }

  it('keeps what is typed in the browser at once, and sends it after a pause with the ETag last seen', async () => {
    const { call, drafts, store } = await typing('Derfor');
    expect(kept()).toEqual([`belegg.draft.${kari.id}.${uuid(3)}.${article.id}.${saved.id}`]);
    expect(call).not.toHaveBeenCalled();
    call.mockResolvedValue({ ...saved, rationale: 'Derfor', etag: '"20-2"' });
    await settled();
    expect(call).toHaveBeenCalledWith(routes.changeAnnotation, {
      params: { id: saved.id },
      body: { rationale: 'Derfor' },
      ifMatch: '"20-1"',
    });
    expect(kept()).toEqual([]);
    expect(drafts.all().size).toBe(0);
    expect(store.annotation(saved.id)?.etag).toBe('"20-2"');
  });

  it('sends what was typed while the first part was on its way', async () => {
    const { call, drafts } = await typing('Derfor');
    call.mockImplementationOnce(() => {
      drafts.type(saved, { ...statementOf(saved), rationale: 'Derfor og derfor' });
      return Promise.resolve({ ...saved, rationale: 'Derfor', etag: '"20-2"' });
    });
    call.mockResolvedValueOnce({ ...saved, rationale: 'Derfor og derfor', etag: '"20-3"' });
    await settled();
    await settled();
    expect(call).toHaveBeenLastCalledWith(routes.changeAnnotation, {
      params: { id: saved.id },
      body: { rationale: 'Derfor og derfor' },
      ifMatch: '"20-2"',
    });
    expect(drafts.all().size).toBe(0);
  });

  it('does not send again what the server has put into canonical form', async () => {
    const { call } = await typing('e\u0301n');
    call.mockResolvedValue({ ...saved, rationale: 'én', etag: '"20-2"' });
    await settled();
    await settled();
    expect(call).toHaveBeenCalledTimes(1);
  });

  it('keeps the draft and tries again when the server cannot be reached, at once when it comes back', async () => {
    const { call, drafts, lost } = await typing('Derfor');
    call.mockRejectedValueOnce(problem('unavailable', 503));
    await settled();
    expect(drafts.all().get(saved.id)?.state).toBe('retrying');
    expect(kept()).toHaveLength(1);
    call.mockResolvedValue({ ...saved, rationale: 'Derfor', etag: '"20-2"' });
    lost.set(true);
    TestBed.tick();
    lost.set(false);
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(0);
    expect(drafts.all().size).toBe(0);
  });

  it('takes up what a crash left behind', async () => {
    const crashed = await typing('Før krasjet');
    crashed.call.mockReturnValue(new Promise(() => undefined));
    TestBed.resetTestingModule();
    const { call, drafts, store } = await scene({ annotations: [saved] });
    call.mockResolvedValue({ ...saved, rationale: 'Før krasjet', etag: '"20-2"' });
    drafts.restore(article.id);
    await settled();
    expect(call).toHaveBeenCalledWith(
      routes.changeAnnotation,
      expect.objectContaining({ body: { rationale: 'Før krasjet' } }),
    );
    expect(store.annotation(saved.id)?.rationale).toBe('Før krasjet');
    expect(kept()).toEqual([]);
  });

  it('merges by itself what two people changed in different fields', async () => {
    const { call, drafts } = await typing('Min');
    const theirs = { ...saved, verdict: 'denied' as const, etag: '"20-2"' };
    call.mockRejectedValueOnce(problem('stale', 412, { current: theirs }));
    call.mockResolvedValueOnce({ ...theirs, rationale: 'Min', etag: '"20-3"' });
    await settled();
    await settled();
    expect(call).toHaveBeenLastCalledWith(routes.changeAnnotation, {
      params: { id: saved.id },
      body: { rationale: 'Min' },
      ifMatch: '"20-2"',
    });
    expect(drafts.all().size).toBe(0);
  });

  it('asks where both changed the same, and loses nothing meanwhile', async () => {
    const { call, drafts, store } = await typing('Min');
    const theirs = { ...saved, rationale: 'Deres', etag: '"20-2"' };
    call.mockRejectedValueOnce(problem('stale', 412, { current: theirs }));
    await settled();
    expect(drafts.all().get(saved.id)).toEqual(
      expect.objectContaining({ state: 'conflict', conflict: expect.objectContaining({ theirs }) }),
    );
    drafts.type(saved, { ...statementOf(saved), rationale: 'Min, og mer' });
    await settled();
    expect(call).toHaveBeenCalledTimes(1);
    call.mockResolvedValue({ ...theirs, rationale: 'Min, og mer', etag: '"20-3"' });
    drafts.resolve(saved.id, []);
    await settled();
    expect(call).toHaveBeenLastCalledWith(routes.changeAnnotation, {
      params: { id: saved.id },
      body: { rationale: 'Min, og mer' },
      ifMatch: '"20-2"',
    });
    expect(store.annotation(saved.id)?.rationale).toBe('Min, og mer');
  });

  it('lets theirs stand when that is chosen', async () => {
    const { call, drafts, store } = await typing('Min');
    call.mockRejectedValueOnce(problem('stale', 412, { current: { ...saved, rationale: 'Deres', etag: '"20-2"' } }));
    await settled();
    drafts.resolve(saved.id, ['rationale']);
    await settled();
    expect(call).toHaveBeenCalledTimes(1);
    expect(drafts.statement(store.annotation(saved.id)!).rationale).toBe('Deres');
  });

  it('stops and asks when the review has gone on, though no field is in conflict', async () => {
    const { call, drafts } = await typing('Min');
    call.mockRejectedValueOnce(problem('stale', 412, { current: { ...saved, status: 'submitted', etag: '"20-2"' } }));
    await settled();
    expect(drafts.all().get(saved.id)?.state).toBe('conflict');
    expect(call).toHaveBeenCalledTimes(1);
  });

  it('does not send what cannot be right, and says so', async () => {
    const { call, drafts } = await scene({ annotations: [saved] });
    drafts.restore(article.id);
    drafts.type(saved, {
      ...statementOf(saved),
      citations: [{ key: 'k', sourceId: uuid(30), stance: 'supports', url: 'kcna.kp' }],
    });
    await settled();
    expect(call).not.toHaveBeenCalled();
    expect(drafts.all().get(saved.id)?.state).toBe('refused');
    expect(kept()).toHaveLength(1);
  });

  it('shows a new annotation at once, and what was typed before the answer follows it', async () => {
    const { call, drafts, store } = await scene();
    drafts.restore(article.id);
    let answer: (value: unknown) => void = () => undefined;
    call.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const id = drafts.create(passage, 1, 'denied')!;
    expect(store.annotation(id)).toEqual(
      expect.objectContaining({ status: 'draft', verdict: 'denied', authors: [{ ...kari, email: 'k@a.no' }] }),
    );
    drafts.type(store.annotation(id)!, { ...statementOf(store.annotation(id)!), rationale: 'Nei' });
    const made = annotation(40, 18, 30, { verdict: 'denied' });
    answer(made);
    call.mockResolvedValueOnce({ ...made, rationale: 'Nei', etag: '"40-2"' });
    await settled();
    expect(store.annotations().map((one) => [one.id, one.rationale])).toEqual([[made.id, 'Nei']]);
    expect(store.keyOf(made.id)).toBe(id);
  });

  it.each(['before', 'while', 'after'] as const)(
    'settles with all that was typed %s the new annotation gets its id, though the page still shows the one before',
    async (moment) => {
      const { call, drafts, store } = await scene();
      drafts.restore(article.id);
      let answer: (value: unknown) => void = () => undefined;
      call.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
      const shown = store.annotation(drafts.create(passage, 1, 'denied'))!;
      const type = () => drafts.type(shown, { ...drafts.statement(shown), rationale: 'Nei' });
      const made = annotation(40, 18, 30, { verdict: 'denied' });
      call.mockImplementation((_, { body, params }: { body: object; params: { id: string } }) =>
        params.id === made.id
          ? Promise.resolve({ ...made, ...body, etag: '"40-2"', revision: 2 })
          : Promise.reject(problem('not-found', 404)),
      );
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
    const { call, drafts } = await typing('De');
    call.mockResolvedValueOnce({ ...saved, rationale: 'De', revision: 2, etag: '"20-2"' });
    await settled();
    drafts.type(saved, { ...statementOf(saved), rationale: 'Derfor' });
    call.mockResolvedValueOnce({ ...saved, rationale: 'Derfor', revision: 3, etag: '"20-3"' });
    await settled();
    expect(call.mock.calls.map(([, { ifMatch }]: [unknown, { ifMatch: string }]) => ifMatch)).toEqual([
      '"20-1"',
      '"20-2"',
    ]);
  });

  it('does not make an annotation twice when the answer to the first call was lost', async () => {
    const { call, drafts, store } = await scene();
    drafts.restore(article.id);
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
    const { call, drafts } = await scene({ annotations: [saved] });
    drafts.restore(article.id);
    await settled();
    expect(call).not.toHaveBeenCalled();
  });
});
