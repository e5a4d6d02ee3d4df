import type { AnnotationView, SearchResults } from '@belegg/contract';
import { readFileSync } from 'node:fs';
import { TestTeam } from '../test/team';
import type { Caller } from '../test/test-app';

describe('Searching the newsroom', () => {
  let team: TestTeam;

  beforeAll(async () => {
    team = await TestTeam.open();
    await make('Ferjekaos i Tromsø', 'Rakettene fløy over havet i natt, og ferjene sto stille.', 'Kåre Skår');
    await make('Launch', 'The missiles were launched at dawn.');
    await team.source('Aftenposten');
    await team.source('Korean Central News Agency');
  });
  afterAll(() => team.close());

  const make = async (title: string, content: string, author = ''): Promise<void> => {
    const { status, text } = await team.editor.call('POST', '/api/articles', {
      title,
      format: 'text',
      content,
      author,
    });
    if (status !== 201) throw new Error(text);
  };
  const search = async (q: string, more: Readonly<Record<string, string>> = {}, by: Caller = team.reviewer) => {
    const path = `/api/search?${new URLSearchParams({ q, ...more }).toString()}`;
    const { status, body, text } = await by.call<SearchResults>('GET', path);
    if (status !== 200) throw new Error(text);
    return body;
  };
  const titles = async (q: string): Promise<string[]> => (await search(q)).articles.map(({ title }) => title);

  it.each([
    ['rakett', 'Ferjekaos i Tromsø'],
    ['ferjene stå', 'Ferjekaos i Tromsø'],
    ['tromso', 'Ferjekaos i Tromsø'],
    ['tromsø', 'Ferjekaos i Tromsø'],
    ['kåre', 'Ferjekaos i Tromsø'],
    ['ferjekoas', 'Ferjekaos i Tromsø'],
    ['missile launching', 'Launch'],
  ])('finds an article by %s', async (q, title) => {
    expect(await titles(q)).toEqual(q === 'ferjene stå' ? [] : [title]);
  });

  it('shows the words that were found with what stands around them, where they stand in the text', async () => {
    expect((await search('havet')).articles[0]?.excerpt).toContain('over havet i natt');
    expect((await search('ferjekaos')).articles[0]?.excerpt).toBeUndefined();
  });

  it('finds sources and people by parts of their names and misspelled', async () => {
    const names = async (q: string) => (await search(q)).sources.map(({ name }) => name);
    expect(await names('aftenp')).toEqual(['Aftenposten']);
    expect(await names('aftenpåsten')).toEqual(['Aftenposten']);
    expect(await names('korean central')).toEqual(['Korean Central News Agency']);
    expect((await search('rit')).people.map(({ name }) => name)).toEqual(['Rita']);
  });

  it('finds claims by passage and rationale as they are now, not those that were retired', async () => {
    const article = await team.article('Statsbudsjettet økte med 14 prosent.\nKommunene fikk mindre.');
    const claim = await team.annotate(article, 'Statsbudsjettet økte med 14 prosent.', { rationale: 'Se Gul bok.' });
    const found = async (q: string) => (await search(q)).claims.map(({ annotationId }) => annotationId);
    expect((await search('statsbudsjett')).claims).toEqual([
      {
        annotationId: claim.id,
        exact: 'Statsbudsjettet økte med 14 prosent.',
        verdict: 'confirmed',
        status: 'draft',
        article: { id: article.id, title: 'Raketten over Japan' },
      },
    ]);
    expect(await found('gul bok')).toEqual([claim.id]);
    const { body: edited } = await team.edit(claim, { rationale: 'Se Blå bok.' });
    expect([await found('gul bok'), await found('blå bok')]).toEqual([[], [claim.id]]);
    await team.act(edited, 'retire', team.editor);
    expect(await found('blå bok')).toEqual([]);
  });

  it('shows eight of each kind, more of one, and says of which there is more', async () => {
    const article = await team.article(Array.from({ length: 10 }, (_, n) => `Rekord nummer ${n}.`).join('\n'));
    for (let n = 0; n < 10; n++) await team.annotate(article, `Rekord nummer ${n}.`);
    const some = await search('rekord');
    expect([some.claims.length, some.more]).toEqual([8, ['claims']]);
    expect(some.claims[0]?.exact).toBe('Rekord nummer 9.');
    const all = await search('rekord', { kind: 'claims' });
    expect([all.claims.length, all.articles.length, all.more]).toEqual([10, 0, []]);
  });

  it.each(["'; DROP", '% _', '& | ! : *', '\\', '()', '- -', '"', ':*', '_'])('takes %p for words', async (q) => {
    expect(await titles(q)).toEqual([]);
  });

  it('finds nothing of another newsroom', async () => {
    const { body } = await team.stranger.call<AnnotationView>('GET', '/api/session');
    expect(body).toBeDefined();
    for (const q of ['rakett', 'tromsø', 'aftenposten', 'rita', 'rekord', 'ferjekoas'])
      expect(await search(q, {}, team.stranger)).toEqual({
        articles: [],
        claims: [],
        sources: [],
        people: [],
        more: [],
      });
  });

  it('works where the extension pg_trgm is not to be had: names are found by their parts', async () => {
    await team.app.database.acrossNewsrooms(async (tx) => {
      const run = (statement: string) => tx.$executeRawUnsafe(statement);
      const migration = readFileSync(
        new URL('../../../../prisma/migrations/20261201043000_search/migration.sql', import.meta.url),
        'utf8',
      );
      const [, without = ''] = /IF home IS NULL THEN\n(.*?)\n {2}ELSE/su.exec(migration) ?? [];
      for (const name of ['name_likeness', 'is_alike']) await run(`DROP FUNCTION ${name}`);
      for (const statement of without.split(/;$/mu).filter((part) => part.trim() !== '')) await run(statement);
      await run('DROP EXTENSION pg_trgm CASCADE');
    });
    expect((await search('aftenp')).sources).toHaveLength(1);
    expect((await search('tromsø')).articles).toHaveLength(1);
    expect((await search('rita')).people).toHaveLength(1);
    expect((await search('aftenpåsten')).sources).toEqual([]);
    expect((await search('ferjekoas')).articles).toEqual([]);
  });
});
