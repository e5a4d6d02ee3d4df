import type { AnnotationView, ArticleView, Problem, TextCheck } from '@belegg/contract';
import type { Scope } from '@belegg/domain';
import type { TestArticle } from '../test/article';
import { TestTeam } from '../test/team';
import type { Caller } from '../test/test-app';

const heading = 'Broen åpner';
const [first, second] = ['Broen er 412 meter lang.', 'Den koster 90 millioner.'] as const;
const text = `${heading}\n${first} ${second}`;

describe('POST /api/articles/{id}/check', () => {
  let team: TestTeam;
  let article: TestArticle;

  beforeAll(async () => {
    team = await TestTeam.open();
  });
  beforeEach(async () => {
    article = await team.article(text);
    for (const exact of [heading, first, second]) await team.approved(article, exact);
  });
  afterAll(() => team.close());

  const check = (given: string, format?: string, by: Caller = team.editor) =>
    by.call<TextCheck & Problem>('POST', `/api/articles/${article.id}/check`, {
      text: given,
      ...(format !== undefined && { format }),
    });

  it('lets the signed text through, and nothing else', async () => {
    expect((await check(text)).body).toMatchObject({
      checked: false,
      outcome: 'unsigned',
      open: { claims: 0, sentences: 0 },
    });
    const { body: signed } = await team.signOff(article.id);
    const { body } = await check(text);
    expect(body).toMatchObject({
      checked: true,
      outcome: 'same',
      open: { claims: 0, sentences: 0 },
      signedOff: { reportId: signed.id, number: 1, articleRevision: 1, sha256: signed.sha256, current: true },
    });
    const { body: changed } = await check(text.replace('412', '421'));
    expect(changed).toMatchObject({ checked: false, outcome: 'changed', open: { claims: 2, sentences: 2 } });
    expect(changed.claims).toMatchObject([
      { exact: first, outcome: 'changed', status: 'approved', verdict: 'confirmed' },
      // Whether "den" still is the same bridge, nobody has said.
      { exact: second, outcome: 'unchanged' },
    ]);
    expect(changed.sentences.map(({ openWords }) => openWords)).toEqual([
      ['Broen er 421 meter lang'],
      ['Den koster 90 millioner'],
    ]);
    // A sentence less leaves nothing open, and yet it is another text.
    expect((await check(text.replace(` ${second}`, ''))).body).toMatchObject({ checked: false, outcome: 'changed' });
  });

  it('reads what a CMS has: other forms of the same characters, blank lines, and HTML', async () => {
    await team.signOff(article.id);
    for (const [given, format] of [
      [text.normalize('NFD'), 'text'],
      [`\uFEFF${text.replaceAll('\n', '\r\n\r\n')}\n`, undefined],
      [`<h1>${heading}</h1><p>${first} ${second}</p>`, 'html'],
      [`# ${heading}\n\n${first} ${second}`, 'markdown'],
    ] as const)
      expect((await check(given, format)).body).toMatchObject({ checked: true, outcome: 'same' });
    // Other blocks are another text: a heading that runs on says something else.
    expect((await check(text.replace('\n', ' '))).body).toMatchObject({ checked: false, outcome: 'changed' });
  });

  it('does not let the signed text through once the article says otherwise', async () => {
    await team.signOff(article.id);
    const { body: list } = await team.editor.call<{ items: AnnotationView[] }>(
      'GET',
      `/api/articles/${article.id}/annotations`,
    );
    const claim = list.items.find(({ selector }) => selector[1].exact === second);
    if (!claim) throw new Error();
    await team.edit(claim, { verdict: 'denied' });
    const { body } = await check(text);
    expect(body).toMatchObject({ checked: false, outcome: 'same', signedOff: { current: false } });
    expect(body.claims).toMatchObject([{ exact: second, outcome: 'unchanged', status: 'lapsed', verdict: 'denied' }]);
    expect(body.sentences.map(({ text: sentence }) => sentence)).toEqual([second]);
  });

  it('judges by the article as it stands where its text is newer than the sign-off', async () => {
    await team.signOff(article.id);
    const { etag } = (await team.editor.call<ArticleView>('GET', `/api/articles/${article.id}`)).body;
    const newer = `${text}\nDen er blå.`;
    await team.editor.call(
      'POST',
      `/api/articles/${article.id}/revisions`,
      { format: 'text', content: newer },
      { 'if-match': etag },
    );
    expect((await check(newer)).body).toMatchObject({
      checked: false,
      outcome: 'changed',
      open: { claims: 0, sentences: 1 },
      sentences: [{ text: 'Den er blå.', openWords: ['Den er blå'] }],
    });
    expect((await check(text)).body).toMatchObject({ checked: false, outcome: 'same', signedOff: { current: false } });
  });

  it('changes nothing, answers tokens that may read, and nobody else', async () => {
    const before = (await team.events(article.id)).length;
    const program = async (by: Caller, scope: Scope): Promise<Caller> => {
      const { body } = await by.call<{ secret: string }>('POST', '/api/tokens', { name: 'cms', scopes: [scope] });
      return team.app.caller(body.secret, by.actor);
    };
    const path = `/api/articles/${article.id}/check`;
    expect((await check(text, undefined, await program(team.editor, 'read'))).status).toBe(200);
    expect((await check(text, undefined, await program(team.editor, 'write'))).status).toBe(403);
    expect((await team.app.nobody.call('POST', path, { text })).status).toBe(401);
    expect((await check(text, undefined, team.stranger)).status).toBe(404);
    expect((await check('')).body.code).toBe('empty-text');
    expect(await team.events(article.id)).toHaveLength(before);
  });
});
