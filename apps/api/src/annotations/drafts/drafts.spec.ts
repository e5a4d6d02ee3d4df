import type { AnnotationView, AnnotationWithDrafts, DraftList, DraftStatement, DraftView } from '@belegg/contract';
import type { TestArticle } from '../../test/article';
import { TestTeam } from '../../test/team';
import type { Answer, Caller } from '../../test/test-app';

const exact = 'Den fløy 4600 kilometer.';
const statement = (rationale: string, more: object = {}): DraftStatement => ({
  verdict: 'denied',
  rationale,
  citations: [],
  ...more,
});

describe('drafts', () => {
  let team: TestTeam;
  let article: TestArticle;

  beforeAll(async () => {
    team = await TestTeam.open();
    article = await team.article();
  });
  afterAll(() => team.close());

  const keep = (
    { id }: AnnotationView,
    typed: object,
    replaces?: string,
    by: Caller = team.editor,
  ): Promise<Answer<DraftView>> =>
    by.call('PUT', `/api/annotations/${id}/draft`, { annotationRevision: 1, replaces, statement: typed });
  const read = async ({ id }: AnnotationView, by: Caller): Promise<AnnotationWithDrafts> =>
    (await by.call<AnnotationWithDrafts>('GET', `/api/annotations/${id}`)).body;
  const listed = async (by: Caller): Promise<DraftList> =>
    (await by.call<DraftList>('GET', `/api/articles/${article.id}/drafts`)).body;

  it('are one row that is typed in, of which only its author reads more than that it is there', async () => {
    const made = await team.annotate(article, exact);
    const sourceId = await team.source('KCNA 1');
    const cited = [{ key: 'a', sourceId, stance: 'supports', url: 'https://kcna', accessedAt: '2024-1' }];
    let version: string | undefined;
    for (let pause = 1; pause <= 20; pause++) {
      const { status, body } = await keep(made, statement(`Målt ${pause} ganger`, { citations: cited }), version);
      expect(status).toBe(200);
      version = body.version;
    }
    const mine = await read(made, team.editor);
    expect(mine.draft).toMatchObject({ version, statement: statement('Målt 20 ganger', { citations: cited }) });
    expect(mine).toMatchObject({ revision: 1, etag: made.etag, rationale: '', others: [] });
    const seen = await read(made, team.colleague);
    expect(seen.draft).toBeUndefined();
    expect(seen.others).toEqual([expect.objectContaining({ annotationId: made.id, by: { ...mine.authors[0] } })]);
    expect(JSON.stringify(seen)).not.toContain('Målt');
    expect(JSON.stringify(await listed(team.reviewer))).not.toContain('Målt');
    const history = await team.editor.call<{ items: unknown[] }>('GET', `/api/annotations/${made.id}/history`);
    expect(history.body.items).toHaveLength(1);
  });

  it('end with the revision that takes them in, unless more was typed since', async () => {
    const made = await team.annotate(article, exact);
    const { body: first } = await keep(made, statement('Målt'));
    const { body: second } = await keep(made, statement('Målt og veid'), first.version);
    const edited = await team.edit(made, { verdict: 'denied', rationale: 'Målt', draft: first.version });
    expect(edited.body.revision).toBe(2);
    expect((await read(made, team.editor)).draft?.statement.rationale).toBe('Målt og veid');
    await team.edit(edited.body, { rationale: 'Målt og veid', draft: second.version });
    expect((await read(made, team.editor)).draft).toBeUndefined();
  });

  it('are not overwritten by another device that has not seen them, however the two race', async () => {
    const made = await team.annotate(article, exact);
    const { body: start } = await keep(made, statement('Fra før'));
    const answers = await Promise.all(
      ['A', 'B', 'C', 'D'].map((device) => keep(made, statement(`Fra ${device}`), start.version)),
    );
    const [kept, ...more] = answers.filter(({ status }) => status === 200);
    expect(more).toEqual([]);
    for (const { body } of answers.filter(({ status }) => status === 412))
      expect(body).toMatchObject({ code: 'stale', current: { version: kept?.body.version } });
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(3);
    const both = await Promise.all([
      keep(made, statement('Min'), undefined, team.colleague),
      keep(made, statement('Også min'), undefined, team.colleague),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  });

  it('learn that somebody else has come, and the first who came counts', async () => {
    const made = await team.annotate(article, exact);
    await keep(made, statement('Halvve'));
    const wait = (by: Caller) => by.call<DraftList>('POST', `/api/annotations/${made.id}/draft/await`);
    expect((await wait(team.editor)).body.others).toEqual([]);
    expect((await read(made, team.editor)).draft?.awaitedSince).toBeUndefined();
    expect((await wait(team.colleague)).body.others).toHaveLength(1);
    const { awaitedSince, version } = (await read(made, team.editor)).draft ?? {};
    expect(awaitedSince).toBeDefined();
    await wait(team.reviewer);
    expect((await keep(made, statement('Halvveis'), version)).body.awaitedSince).toBe(awaitedSince);
  });

  it('go when they are discarded, one state or whichever there is', async () => {
    const made = await team.annotate(article, exact);
    const { body: first } = await keep(made, statement('Nei'));
    const { body: second } = await keep(made, statement('Nei, da'), first.version);
    const discard = (version?: string) =>
      team.editor.call('DELETE', `/api/annotations/${made.id}/draft${version ? `?version=${version}` : ''}`);
    expect((await discard(first.version)).status).toBe(204);
    expect((await read(made, team.editor)).draft?.version).toBe(second.version);
    await discard();
    expect((await read(made, team.editor)).draft).toBeUndefined();
  });

  it('are not kept on what is retired, nor listed', async () => {
    const made = await team.annotate(article, exact);
    const { body } = await keep(made, statement('For sent'));
    await team.act(made, 'retire', team.editor);
    expect((await keep(made, statement('For sent, da'), body.version)).status).toBe(409);
    expect((await keep(made, statement('Ny'), undefined, team.colleague)).status).toBe(409);
    expect((await listed(team.editor)).mine.map(({ annotationId }) => annotationId)).not.toContain(made.id);
  });
});
