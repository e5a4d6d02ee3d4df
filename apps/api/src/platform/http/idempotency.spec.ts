import type { Problem } from '@belegg/contract';
import { TestTeam } from '../../test/team';
import type { Answer, Caller } from '../../test/test-app';
import { newId } from '../ids';
import { keyMemory } from './first-answers';

describe('Idempotency-Key', () => {
  let team: TestTeam;
  beforeAll(async () => {
    team = await TestTeam.open();
  });
  afterAll(() => team.close());

  const keyed = (key: string): Record<string, string> => ({ 'idempotency-key': key });
  /** @param isStrict whether a source that is called alike is refused */
  const addSource = (by: Caller, name: string, key: string, isStrict = false): Promise<Answer> =>
    by.call('POST', '/api/sources', { kind: 'other', name, evenIfSimilar: !isStrict }, keyed(key));
  const count = (name: string): Promise<number> =>
    team.app.database.inNewsroom(team.newsroomId, (tx) =>
      tx.source.count({ where: { newsroomId: team.newsroomId, name } }),
    );

  const article = { title: 'Ny sak', format: 'text', content: 'Raketten falt i havet.' };
  const things: readonly [string, () => Promise<{ path: string; body: object }>][] = [
    ['an article', () => Promise.resolve({ path: '/api/articles', body: article })],
    [
      'a source',
      () => Promise.resolve({ path: '/api/sources', body: { kind: 'other', name: 'Kilden', evenIfSimilar: true } }),
    ],
    [
      'an annotation',
      async () => {
        const on = await team.article('Raketten falt i havet.');
        const selector = on.select('Raketten falt i havet.');
        return { path: `/api/articles/${on.id}/annotations`, body: { selector, verdict: 'denied' } };
      },
    ],
  ];

  it.each(things)('makes %s once, and gives the first answer again with its ETag', async (_, prepare) => {
    const { path, body } = await prepare();
    const key = newId();
    const first = await team.editor.call('POST', path, body, keyed(key));
    expect(first.status).toBe(201);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    const again = await team.editor.call('POST', path, body, keyed(key));
    expect([again.status, again.text, again.headers['etag']]).toEqual([201, first.text, first.headers['etag']]);
    expect(again.headers['idempotency-replayed']).toBe('true');
    const other = await team.editor.call('POST', path, body, keyed(newId()));
    expect([other.status, other.body['id'] === first.body['id']]).toEqual([201, false]);
  });

  it('makes one thing of many calls that come at once, over two processes', async () => {
    const [key, name] = [newId(), 'Ved kappløp'];
    const other = await team.app.beside();
    try {
      const there = other.caller(team.editor.secret, team.editor.actor);
      const all = await Promise.all(
        Array.from({ length: 12 }, (_, i) => addSource(i % 2 === 0 ? team.editor : there, name, key, true)),
      );
      expect(new Set(all.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
      expect(all[0]?.status).toBe(201);
      expect(all.filter(({ headers }) => headers['idempotency-replayed'] !== 'true')).toHaveLength(1);
      expect(await count(name)).toBe(1);
    } finally {
      await other.stop();
    }
  });

  it('of which one says something else refuses one or the other, and makes one thing', async () => {
    const key = newId();
    const answers = await Promise.all([
      addSource(team.editor, 'Det ene', key),
      addSource(team.editor, 'Det andre', key),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 422]);
    expect((await count('Det ene')) + (await count('Det andre'))).toBe(1);
  });

  it('is not taken for another call', async () => {
    const key = newId();
    await addSource(team.editor, 'Første', key);
    const reused = await addSource(team.editor, 'Annen', key);
    expect(reused).toMatchObject({ status: 422, body: { code: 'key-reused' } });
    const elsewhere = await team.editor.call('POST', '/api/articles', article, keyed(key));
    expect(elsewhere).toMatchObject({ status: 422, body: { code: 'key-reused' } });
    expect(await count('Annen')).toBe(0);
  });

  it('is of one account and newsroom', async () => {
    const key = newId();
    const made = [
      await addSource(team.editor, 'Egen', key),
      await addSource(team.reviewer, 'Egen', key),
      await addSource(team.stranger, 'Egen', key),
    ];
    expect(made.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(made.map(({ body }) => body['id'])).size).toBe(3);
  });

  it('is free again after a call that was refused', async () => {
    const key = newId();
    const broken = await team.editor.call('POST', '/api/sources', { kind: 'rumour', name: 'Feil' }, keyed(key));
    expect(broken.status).toBe(422);
    const unknown = { kind: 'other', name: 'Gjentar', originId: newId() };
    expect((await team.editor.call('POST', '/api/sources', unknown, keyed(key))).status).toBeGreaterThanOrEqual(400);
    expect((await addSource(team.editor, 'Riktig', key)).status).toBe(201);
  });

  it.each(['', 'with a space', 'æ', 'x'.repeat(201)])('cannot be "%s"', async (key) => {
    const { status, body } = await team.editor.call<Problem>(
      'POST',
      '/api/sources',
      { kind: 'other', name: 'Nøkkel' },
      keyed(key),
    );
    expect([status, body.errors?.[0]?.pointer]).toEqual([422, 'Idempotency-Key']);
  });

  it('is forgotten after a day', async () => {
    const [key, name] = [newId(), 'Etter et døgn'];
    const first = await addSource(team.editor, name, key);
    team.app.advance(keyMemory + 1000);
    const editor = await team.app.anotherSession(team.editor);
    const again = await addSource(editor, name, key);
    expect([first.status, again.status, again.body['id'] === first.body['id']]).toEqual([201, 201, false]);
    team.app.advance(keyMemory + 1000);
    const last = await addSource(await team.app.anotherSession(team.editor), name, newId());
    const rows = await team.app.database.inNewsroom(team.newsroomId, (tx) =>
      tx.idempotencyKey.findMany({ where: { newsroomId: team.newsroomId }, select: { answer: true } }),
    );
    expect(rows).toEqual([{ answer: last.text }]);
  });
});
