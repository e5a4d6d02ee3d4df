import type {
  AnnotationView,
  ArticleView,
  NewRevisionView,
  Problem,
  RevisionPreviewView,
  ThreadView,
  WrittenBlock,
} from '@belegg/contract';
import { blocksOfPlainText, type Mark } from '@belegg/domain';
import fc from 'fast-check';
import { keepBlocks } from '../articles/kept-blocks';
import { multipart, multipartHeaders } from '../test/multipart';
import { TestTeam } from '../test/team';
import { renderWord } from './render/word';
import { throughOffice, withOffice } from './test/office';
import { sampleReport } from './test/sample-report';
import { withXmlText } from './render/xml-text';
import { WordFile, type Remark } from './test/word-file';

const plain = (text: string) => ({ text });
const written: readonly WrittenBlock[] = [
  { kind: 'heading', level: 1, runs: [plain('Raketten fløy')] },
  {
    kind: 'paragraph',
    runs: [plain('Den fløy  4600 '), { text: 'kilometer', strong: true }, plain('. Ingen ble skadd.')],
  },
  { kind: 'heading', level: 3, runs: [plain('Bakgrunn')] },
  {
    kind: 'quote',
    runs: [plain('«Vi er rystet», sier '), { text: 'Hansen', href: 'https://hansen.test/' }, plain('.')],
  },
  { kind: 'listItem', runs: [plain('Japan protesterte samme dag.')] },
  { kind: 'aside', runs: [plain('Fakta: Raketten er ny.')] },
];
const remark = (text: string, author = 'Ola Redaktør'): Remark => ({ author, at: '2026-12-01T09:30:00Z', text });

describe('an article in Word, there and back again', () => {
  let team: TestTeam;
  let article: ArticleView;
  let claim: AnnotationView;
  let talk: { onClaim: string; onPassage: string; onArticle: string };

  beforeAll(async () => {
    team = await TestTeam.open();
  });
  afterAll(() => team.close());

  beforeEach(async () => {
    const { id } = await team.article('x');
    const etag = (await read(id)).etag;
    await team.editor.call(
      'POST',
      `/api/articles/${id}/revisions`,
      { format: 'blocks', content: JSON.stringify(written) },
      { 'if-match': etag },
    );
    article = await read(id);
    claim = await annotate('Den fløy  4600 kilometer.');
    talk = {
      onClaim: await say({ annotationId: claim.id, text: 'Er tallet sikkert?' }),
      onPassage: await say({ articleId: id, selector: selectorOf('Vi er rystet'), text: 'Hvem er Hansen?' }),
      onArticle: await say({ articleId: id, text: 'Husk bildet.' }),
    };
    await team.colleague.call('POST', `/api/threads/${talk.onClaim}/comments`, { text: 'Ja, fra byrået.' });
  });

  const read = async (id = article.id) => (await team.editor.call<ArticleView>('GET', `/api/articles/${id}`)).body;
  function selectorOf(exact: string) {
    const start = article.revision.text.indexOf(exact);
    return [
      { type: 'TextPositionSelector', start, end: start + exact.length },
      { type: 'TextQuoteSelector', exact },
    ];
  }
  const annotate = async (exact: string) =>
    (
      await team.editor.call<AnnotationView>('POST', `/api/articles/${article.id}/annotations`, {
        selector: selectorOf(exact),
        verdict: 'confirmed',
        rationale: 'Byrået skriver det.',
      })
    ).body;
  const say = async (body: object) => (await team.editor.call<ThreadView>('POST', '/api/threads', body)).body.id;
  const export_ = async (profile = 'internal') =>
    new WordFile(
      (await team.editor.call('GET', `/api/articles/${article.id}/report?format=docx&profile=${profile}`)).bytes,
    );
  const send = async <Body>(file: WordFile, kind: '' | '/preview' = '') =>
    team.colleague.call<Body & Problem>(
      'POST',
      `/api/articles/${article.id}/revisions/import${kind}`,
      multipart([{ name: 'sak.docx', bytes: file.bytes() }]),
      { ...multipartHeaders, 'if-match': (await read()).etag },
    );
  const threads = async () =>
    (await team.editor.call<{ items: ThreadView[] }>('GET', `/api/threads?article=${article.id}`)).body.items;
  const said = async (id: string) =>
    (await threads()).find((thread) => thread.id === id)?.comments.map(({ author, text }) => `${author.name}: ${text}`);

  it('shows each claim with verdict, reason and answers, and conversations to colleagues alone', async () => {
    const comments = (await export_()).part('comments');
    for (const words of [
      'Bekreftet · Utkast',
      'Byrået skriver det.',
      'Er tallet sikkert?',
      'Ja, fra byrået.',
      'Husk bildet.',
    ])
      expect(comments).toContain(words);
    expect((await export_()).part('document')).toContain('<w:u w:val="single"/>');
    expect((await export_('public')).part('comments')).not.toContain('Husk bildet.');
  });

  it.each([
    ['as it went out', (file: WordFile) => file],
    ['saved by Word', (file: WordFile) => file.savedByWord()],
    ['saved by Google Docs', (file: WordFile) => file.savedByGoogle()],
  ])('%s, it changes nothing', async (_, pass) => {
    const file = pass(await export_());
    const { body } = await send<RevisionPreviewView>(file, '/preview');
    const { text, blocks, marks } = article.revision;
    expect({ text: body.text, blocks: body.blocks, marks: body.marks }).toEqual({ text, blocks, marks });
    expect(body.beside).toMatchObject({ annotations: [], comments: [], known: 5 });
    const { status, body: refused } = await send<NewRevisionView>(file);
    expect([status, refused.errors?.[0]?.pointer]).toEqual([422, '/content']);
    expect(await threads()).toHaveLength(3);
  });

  it.each([
    ['by Word', (file: WordFile) => file.savedByWord()],
    ['by Google Docs', (file: WordFile) => file.savedByGoogle()],
  ])('answered %s, each answer lands in its conversation, once, and no text is changed', async (_, pass) => {
    const file = pass(
      (await export_())
        .reply('Er tallet sikkert?', remark('Jeg ringte byrået.'))
        .reply('Hvem er Hansen?', remark('Ordføreren.'))
        .comment('Japan protesterte', remark('Når da?')),
    );
    const preview = (await send<RevisionPreviewView>(file, '/preview')).body.beside;
    expect(preview?.comments.map(({ text, answers }) => [text, answers])).toEqual([
      ['Jeg ringte byrået.', 'Den fløy  4600 kilometer.'],
      ['Ordføreren.', 'Hvem er Hansen?'],
      ['Når da?', undefined],
    ]);
    const { status, body } = await send<NewRevisionView>(file);
    expect([status, body.revision.number, body.outcomes]).toEqual([201, 2, []]);
    expect(await said(talk.onClaim)).toEqual([
      'Eva: Er tallet sikkert?',
      'Ola: Ja, fra byrået.',
      'Ola Redaktør: Jeg ringte byrået.',
    ]);
    expect(await said(talk.onPassage)).toEqual(['Eva: Hvem er Hansen?', 'Ola Redaktør: Ordføreren.']);
    const begun = (await threads()).filter(({ id }) => !Object.values(talk).includes(id));
    expect(begun.map(({ passage, comments }) => [passage?.exact, comments[0]?.text])).toEqual([
      ['Japan protesterte samme dag.', 'Når da?'],
    ]);
    expect((await send<NewRevisionView>(file)).status).toBe(422);
    expect(await threads()).toHaveLength(4);
    expect((await said(talk.onClaim))?.length).toBe(3);
  });

  it('edited, it is a new text in which what was left alone is as it was, and verdicts stay what they are', async () => {
    const other = await annotate('Ingen ble skadd.');
    const file = (await export_())
      .write('Ingen ble skadd.', 'Ingen ble drept.')
      .write('Japan protesterte samme dag.', 'Japan protesterte dagen etter.')
      .resolve('Hvem er Hansen?')
      .reply('Byrået skriver det.', remark('Rett 4600 til 4700.'))
      .savedByWord();
    const { status, body } = await send<NewRevisionView>(file);
    expect([status, body.revision.number]).toEqual([201, 3]);
    expect(body.revision.text.split('\n')).toEqual([
      'Raketten fløy',
      'Den fløy 4600 kilometer. Ingen ble drept.',
      'Bakgrunn',
      '«Vi er rystet», sier Hansen.',
      'Japan protesterte dagen etter.',
      'Fakta: Raketten er ny.',
    ]);
    expect(body.revision.blocks.map(({ kind, level }) => [kind, level])).toEqual(
      written.map(({ kind, level }) => [kind, level]),
    );
    expect(body.outcomes.find(({ annotationId }) => annotationId === other.id)?.outcome).toBe('changed');
    expect((await said(talk.onClaim))?.at(-1)).toBe('Ola Redaktør: Rett 4600 til 4700.');
    expect((await threads()).find(({ id }) => id === talk.onPassage)?.resolved).toBeDefined();
    expect((await team.get(claim.id)).verdict).toBe('confirmed');
    const { items } = (
      await team.editor.call<{ items: AnnotationView[] }>('GET', `/api/articles/${article.id}/annotations`)
    ).body;
    expect(items).toHaveLength(2);
  });

  (withOffice ? it : it.skip)(
    `saved by LibreOffice, it changes no text and doubles no comment${withOffice ? '' : ' (skipped: soffice is not installed)'}`,
    async () => {
      const file = new WordFile(throughOffice((await export_()).bytes()));
      const { body } = await send<RevisionPreviewView>(file, '/preview');
      expect(body.text).toBe(article.revision.text);
      expect(body.beside).toMatchObject({ annotations: [], comments: [] });
    },
    120_000,
  );

  it('lists claims that went out from another article, and takes what was answered to them as talk', async () => {
    const file = (await export_()).reply('Byrået skriver det.', remark('Stemmer ikke.'));
    article = await read((await team.article(article.revision.text)).id);
    const { body } = await send<RevisionPreviewView>(file, '/preview');
    expect(body.beside?.annotations).toEqual([{ exact: 'Den fløy 4600 kilometer.' }]);
    expect(body.beside?.comments.map(({ text }) => text)).toContain('Er tallet sikkert?');
  });
});

describe('the text of any article', () => {
  it('comes back from Word as it went out: words, white space, blocks and marks', async () => {
    const { readDocx } = await import('../intake/formats/docx');
    const word = fc.constantFrom(
      'Kim',
      'kom\t',
      ' til',
      '  Moskva',
      '😀',
      '«Nei»',
      '\u0001',
      '\u00A0',
      '[1]',
      '- en',
      '1. mai',
      '10⁶',
    );
    const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
    const kinds = fc.array(fc.constantFrom('paragraph', 'heading', 'quote', 'listItem', 'aside'), { minLength: 12 });
    const edges = fc.array(fc.nat(120), { minLength: 4, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(line, fc.constant('')), { minLength: 1, maxLength: 8 }),
        kinds,
        edges,
        async (lines, chosen, [a = 0, b = 0, c = 0, d = 0]) => {
          const text = lines.join('\n');
          const blocks = blocksOfPlainText(text).map((block, index) => {
            const kind = block.kind === 'aside' ? 'aside' : (chosen[index] ?? 'paragraph');
            const { start, end } = block;
            return { kind, start, end, ...(kind === 'heading' && { level: (index % 6) + 1 }) };
          });
          const marks = marksIn(blocks, [a, b], [c, d]);
          fc.pre(blocks.some(({ start, end }) => [...text].slice(start, end).join('').trim() !== ''));
          const report = sampleReport();
          const file = await renderWord(
            withXmlText({
              ...report,
              claims: [],
              revision: { ...report.revision, text, blocks, marks: [...marks] },
            }),
            undefined,
          );
          const current = { text, blocks, marks };
          const { place, ...kept } = keepBlocks(current, readDocx(file).text);
          expect(place({ start: 0, end: 0 }).start).toBeGreaterThanOrEqual(0);
          expect(kept).toEqual(current);
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** Marks as the intake makes them: within a block. */
function marksIn(
  blocks: readonly { readonly start: number; readonly end: number }[],
  strong: readonly number[],
  link: readonly number[],
): readonly Mark[] {
  const cut = (kind: 'strong' | 'link', [from = 0, to = 0]: readonly number[], href?: string): Mark[] =>
    blocks.flatMap(({ start, end }) => {
      const range = { start: Math.max(start, Math.min(from, to)), end: Math.min(end, Math.max(from, to)) };
      return range.start < range.end ? [{ kind, ...range, ...(href !== undefined && { href }) }] : [];
    });
  return [...cut('strong', strong), ...cut('link', link, 'https://a.test/')].sort((x, y) => x.start - y.start);
}
