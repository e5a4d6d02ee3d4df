import type { AnnotationView } from '@belegg/contract';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { TestArticle } from '../test/article';
import { TestTeam } from '../test/team';
import type { Caller } from '../test/test-app';

interface List {
  readonly items: readonly AnnotationView[];
}

describe('the list of an article', () => {
  let team: TestTeam;
  let article: TestArticle;
  beforeAll(async () => {
    team = await TestTeam.open();
    article = await team.article();
  });
  afterAll(() => team.close());

  const list = (by: Caller = team.editor, headers: Record<string, string> = {}) =>
    by.call<List>('GET', `/api/articles/${article.id}/annotations`, undefined, headers);
  const idsOf = async (by: Caller): Promise<string[]> => (await list(by)).body.items.map(({ id }) => id);

  it('has what was said by the time it is asked for, in each of two processes', async () => {
    const other = await team.app.beside();
    try {
      const here = team.editor;
      const there = other.caller(here.secret, here.actor);
      const write = async (by: Caller, round: number) => {
        const [writer, another] = round % 2 === 0 ? [by, by === here ? there : here] : [by, by];
        const { id } = await team.annotate(article, 'Den fløy 4600 kilometer.', {}, writer);
        expect(await idsOf(another)).toContain(id);
        await team.act((await another.call<AnnotationView>('GET', `/api/annotations/${id}`)).body, 'retire', another);
        expect(await idsOf(writer)).not.toContain(id);
      };
      for (let round = 0; round < 25; round++) await Promise.all([write(here, round), write(there, round)]);
    } finally {
      await other.stop();
    }
  });

  it('names people as they are called now', async () => {
    await team.annotate(article, 'Ingen ble skadd, sier Hansen.');
    const before = await list();
    await team.app.database.acrossNewsrooms((tx) =>
      tx.account.update({ where: { id: team.editor.actor.accountId }, data: { name: 'Eva Ny' } }),
    );
    const after = await list();
    expect([before, after].map(({ body }) => body.items.at(-1)?.authors[0]?.name)).toEqual(['Eva', 'Eva Ny']);
  });

  it('is the same however it is compressed, and is not sent to who has it', async () => {
    await team.annotate(article, 'Den fløy 4600 kilometer.', { rationale: 'Målt av to radarer. '.repeat(60) });
    const { bytes, headers } = await list();
    expect(headers['content-encoding']).toBeUndefined();
    const [br, gzip] = [
      await list(team.editor, { 'accept-encoding': 'gzip, br' }),
      await list(team.editor, { 'accept-encoding': 'gzip, br;q=0' }),
    ];
    expect([br.headers['content-encoding'], gzip.headers['content-encoding']]).toEqual(['br', 'gzip']);
    expect(brotliDecompressSync(br.bytes)).toEqual(bytes);
    expect(gunzipSync(gzip.bytes)).toEqual(bytes);
    expect([br.headers['etag'], gzip.headers['etag']]).toEqual([headers['etag'], headers['etag']]);
    const known = await list(team.editor, { 'if-none-match': headers['etag']! });
    expect([known.status, known.text]).toEqual([304, '']);
    await team.annotate(article, 'Japan protesterte samme dag.');
    expect((await list(team.editor, { 'if-none-match': headers['etag']! })).status).toBe(200);
  });

  it('is nobody else’s', async () => {
    await list();
    expect((await list(team.stranger)).status).toBe(404);
  });
});
