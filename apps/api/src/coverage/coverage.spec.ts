import { CodePointText, openSentences, type Range } from '@belegg/domain';
import { newId } from '../platform/ids';
import { Texts } from '../texts';
import type { Caller } from '../test/test-app';
import { TestTeam } from '../test/team';
import type { TestArticle } from '../test/article';
import { Checkability } from '../reviews';
import { CoverageReader } from '.';

describe('Coverage', () => {
  let team: TestTeam;
  let article: TestArticle;

  beforeAll(async () => {
    team = await TestTeam.open();
  });
  beforeEach(async () => {
    article = await team.article();
  });
  afterAll(() => team.close());

  const read = () =>
    team.app.database.readNewsroom(team.newsroomId, (tx) =>
      team.app.nest.get(CoverageReader, { strict: false }).ofText(tx, team.newsroomId, article.text),
    );
  const inArticle = <R>(work: (service: Checkability, tx: Parameters<Checkability['mark']>[0]) => Promise<R>) =>
    team.app.database.inNewsroom(team.newsroomId, async (tx) => {
      await team.app.nest.get(Texts, { strict: false }).lock(tx, team.newsroomId, article.id);
      return work(team.app.nest.get(Checkability, { strict: false }), tx);
    });
  type Said = Parameters<Checkability['mark']>[4];
  const mark = (by: Caller, index: number, said: Partial<Said>) =>
    inArticle((service, tx) =>
      service.mark(tx, by.actor, article.text, index, { checkable: false, note: '', ...said }),
    );
  const confirm = (by: Caller, index: number) =>
    inArticle((service, tx) => service.confirm(tx, by.actor, article.text, index));
  const eventTypes = async () => (await team.events(article.id)).map(({ type }) => type);

  it('starts unchecked, with suggestions for headings and cross-references', async () => {
    const { sentences, coverage } = await read();
    expect(
      sentences.map(({ index, block, state, checkable, suggestion }) => [index, block, state, checkable, suggestion]),
    ).toEqual([
      [0, 0, 'unchecked', true, 'heading'],
      [1, 1, 'unchecked', true, undefined],
      [2, 1, 'unchecked', true, undefined],
      [3, 1, 'unchecked', true, undefined],
      [4, 2, 'unchecked', true, undefined],
      [5, 2, 'unchecked', true, undefined],
      [6, 3, 'unchecked', true, 'boilerplate'],
    ]);
    expect(coverage).toMatchObject({ checkable: 7, approved: 0, byState: { unchecked: 7 } });
  });

  it('counts nothing that touches too many sentences', async () => {
    await team.approved(article, article.text.text);
    const { coverage, sentences } = await read();
    expect(coverage).toMatchObject({
      sentences: 7,
      approved: 0,
      byState: { unchecked: 7 },
      words: { open: coverage.words.total },
    });
    expect(sentences[0]?.state).toBe('unchecked');
  });

  it('gives a sentence the least finished state of what touches it, and counts nothing that was retired or orphaned', async () => {
    await team.approved(article, 'Nord-Korea skjøt opp en rakett');
    await team.submitted(article, 'rakett tirsdag. Den');
    await team.act(await team.annotate(article, 'Ingen ble skadd'), 'retire', team.editor);
    await team.approved(article, 'Sør-Korea svarte med en øvelse.');
    const states = async () => (await read()).sentences.map(({ state }) => state);
    expect(await states()).toEqual([
      'unchecked',
      'submitted',
      'partly',
      'unchecked',
      'unchecked',
      'approved',
      'unchecked',
    ]);
    await article.revise(`${article.text.text}\nSlutt.`);
    expect(new Set(await states())).toEqual(new Set(['unchecked']));
  });

  it('counts a near match where it was found, as open', async () => {
    const { id } = await team.approved(article, 'øvelse');
    await article.revise(article.text.text.replace('øvelse', 'stor øvelse'));
    const [{ start, end }] = article.select('stor øvelse');
    await article.anchor(id, 1, { outcome: 'changed', score: 0.7, range: { start, end } });
    expect((await read()).sentences[5]).toMatchObject({ state: 'partly' });
    expect((await read()).covered[5]).toMatchObject({ least: 'lapsed' });
  });

  describe('of what is not checkable', () => {
    it('counts once a second person confirms it, and says who said so', async () => {
      await mark(team.editor, 0, { reason: 'heading' });
      const proposed = await read();
      expect(proposed.sentences[0]).toEqual({
        etag: expect.any(String),
        index: 0,
        id: '0-24',
        start: 0,
        end: 24,
        block: 0,
        checkable: false,
        reason: 'heading',
        state: 'notCheckableProposed',
        markedBy: { id: team.editor.actor.accountId, name: 'Eva' },
      });
      expect(proposed.coverage).toMatchObject({ checkable: 7, byState: { notCheckableProposed: 1 } });
      await confirm(team.colleague, 0);
      const confirmed = await read();
      expect(confirmed.sentences[0]).toMatchObject({ state: 'notCheckable', checkable: false, reason: 'heading' });
      expect(confirmed.coverage).toMatchObject({ checkable: 6, byState: { notCheckable: 1, unchecked: 6 } });
      expect(confirmed.sentences[0]?.confirmedBy).toEqual({ id: team.colleague.actor.accountId, name: 'Ola' });
      expect(openSentences(confirmed.sentences.map(({ state }) => state))).toEqual([1, 2, 3, 4, 5, 6]);
      expect(await eventTypes()).toEqual(['sentence.marked', 'sentence.confirmed']);
    });

    it('is never confirmed by whoever said so, nor twice, nor where nobody said so', async () => {
      await expect(confirm(team.colleague, 6)).rejects.toMatchObject({ code: 'not-found' });
      await expect(mark(team.editor, 7, { reason: 'opinion' })).rejects.toMatchObject({ code: 'not-found' });
      await mark(team.editor, 6, { reason: 'boilerplate' });
      await expect(confirm(team.editor, 6)).rejects.toMatchObject({ code: 'own-work' });
      const both = await Promise.allSettled([confirm(team.colleague, 6), confirm(team.reviewer, 6)]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      await expect(confirm(team.reviewer, 6)).rejects.toMatchObject({ code: 'duplicate' });
      expect(await eventTypes()).toEqual(['sentence.marked', 'sentence.confirmed']);
    });

    it('and the database itself refuses that whoever said so confirms it', async () => {
      await mark(team.editor, 6, { reason: 'boilerplate' });
      const raw = team.app.database.inNewsroom(team.newsroomId, async (tx) => {
        const { id: markId } = await tx.checkabilityMark.findFirstOrThrow({ where: { articleId: article.id } });
        await tx.checkabilityConfirmation.create({
          data: { newsroomId: team.newsroomId, markId, actorId: team.editor.actor.accountId, createdAt: new Date() },
        });
      });
      await expect(raw).rejects.toMatchObject({ code: 'own-work' });
    });

    it('is what was said last; saying the same again changes nothing, saying another thing needs a new confirmation', async () => {
      await mark(team.editor, 1, { reason: 'opinion' });
      await confirm(team.colleague, 1);
      await mark(team.reviewer, 1, { reason: 'opinion' });
      expect((await read()).sentences[1]).toMatchObject({ state: 'notCheckable', markedBy: { name: 'Eva' } });
      await mark(team.colleague, 1, { reason: 'other', note: 'Spørsmål' });
      expect((await read()).sentences[1]).toMatchObject({
        state: 'notCheckableProposed',
        reason: 'other',
        note: 'Spørsmål',
        markedBy: { name: 'Ola' },
      });
      await mark(team.editor, 1, { checkable: true });
      expect((await read()).sentences[1]).toEqual({
        etag: expect.any(String),
        index: 1,
        id: expect.any(String),
        start: expect.any(Number),
        end: expect.any(Number),
        block: 1,
        checkable: true,
        state: 'unchecked',
      });
      await mark(team.editor, 1, { checkable: true });
      expect(await eventTypes()).toEqual([
        'sentence.marked',
        'sentence.confirmed',
        'sentence.marked',
        'sentence.marked',
      ]);
    });

    it('makes good for the words of an annotated sentence that nothing else covers', async () => {
      await mark(team.editor, 5, { reason: 'opinion' });
      await confirm(team.colleague, 5);
      const draft = await team.annotate(article, 'øvelse');
      expect((await read()).sentences[5]).toMatchObject({ state: 'draft' });
      await team.act((await team.act(draft, 'submit', team.editor)).body, 'approve', team.reviewer);
      expect((await read()).sentences[5]).toMatchObject({ state: 'approvedInPart' });
    });

    it('is said of the rest of a sentence, of the words that were open then, and carried with them', async () => {
      const { id } = await team.approved(article, '4600 kilometer');
      await expect(mark(team.editor, 1, { part: 'rest', reason: 'opinion' })).resolves.toBeUndefined();
      await mark(team.editor, 2, { part: 'rest', reason: 'opinion' });
      const quotes = (ranges: readonly Range[] = []) => {
        const points = new CodePointText(article.text.text);
        return ranges.map(({ start, end }) => points.slice(start, end));
      };
      const proposed = await read();
      expect(proposed.sentences[2]).toMatchObject({ state: 'partly', markedBy: { name: 'Eva' } });
      expect(quotes(proposed.sentences[2]?.rest)).toEqual(['Den fløy']);
      await confirm(team.colleague, 2);
      expect((await read()).sentences[2]).toMatchObject({ state: 'approvedInPart', confirmedBy: { name: 'Ola' } });
      const from = article.text;
      await article.revise(`Nytt.\n${from.text}`);
      await inArticle((service, tx) => service.carry(tx, team.newsroomId, from, article.text, new Map([[2, 3]]), 99n));
      expect(quotes((await read()).sentences[3]?.rest)).toEqual(['Den fløy']);
      expect((await team.get(id)).status).toBe('lapsed');
    });

    it('cannot be said of a rest that is not there', async () => {
      await team.annotate(article, 'Den fløy 4600 kilometer.');
      await expect(mark(team.editor, 2, { part: 'rest', reason: 'opinion' })).rejects.toMatchObject({
        code: 'no-rest',
      });
    });

    it('is open again where an annotation that made the rest a rest is retired', async () => {
      const annotation = await team.approved(article, '4600 kilometer');
      await mark(team.editor, 2, { part: 'rest', reason: 'opinion' });
      await confirm(team.colleague, 2);
      await team.act(annotation, 'retire', team.editor);
      const { sentences, coverage } = await read();
      expect(sentences[2]?.state).toBe('partly');
      expect(coverage.words.open).toBeGreaterThan(0);
    });

    it('holds only stretches that lie in its sentence, says the database', async () => {
      await team.approved(article, '4600 kilometer');
      await mark(team.editor, 2, { part: 'rest', reason: 'opinion' });
      const stray = team.app.database.inNewsroom(team.newsroomId, async (tx) => {
        const found = await tx.checkabilityMark.findFirstOrThrow({ where: { articleId: article.id } });
        await tx.checkabilityMark.create({ data: { ...found, id: newId(), rest: [{ start: 0, end: 3 }] } });
      });
      await expect(stray).rejects.toThrow('CheckabilityMark_rest');
    });

    it('belongs to one text, and is carried to the next with who said and who confirmed it', async () => {
      await mark(team.editor, 0, { reason: 'heading' });
      await confirm(team.colleague, 0);
      await mark(team.editor, 6, { reason: 'boilerplate' });
      const from = article.text;
      await article.revise(`Ny tittel på dette\n${from.text}`);
      expect((await read()).sentences.map(({ state }) => state)).not.toContain('notCheckable');
      await inArticle((service, tx) => service.carry(tx, team.newsroomId, from, article.text, new Map([[0, 1]]), 99n));
      const { sentences } = await read();
      expect(sentences.map(({ state }) => state)).toEqual([
        'unchecked',
        'notCheckable',
        ...Array<string>(6).fill('unchecked'),
      ]);
      expect(sentences[1]).toMatchObject({
        reason: 'heading',
        markedBy: { name: 'Eva' },
        confirmedBy: { name: 'Ola' },
      });
    });
  });

  it('of many articles at once is the same as of each, and counts what the caller may decide on', async () => {
    const other = await team.article('Bare én setning her.');
    await team.submitted(article, 'tirsdag');
    await team.submitted(article, 'øvelse');
    await team.act(await team.annotate(article, 'Hansen', {}, team.reviewer), 'submit', team.reviewer);
    await team.approved(other, 'Bare én setning her.');
    const of = (by: Caller) =>
      team.app.database.readNewsroom(team.newsroomId, (tx) =>
        team.app.nest.get(CoverageReader, { strict: false }).ofArticles(tx, by.actor, [article.id, other.id]),
      );
    const seen = await of(team.reviewer);
    expect(seen.get(article.id)).toEqual({ coverage: (await read()).coverage, waiting: 2 });
    expect(seen.get(other.id)).toMatchObject({ coverage: { checkable: 1, approved: 1 }, waiting: 0 });
    expect((await of(team.reviewer2)).get(article.id)?.waiting).toBe(3);
    expect((await of(team.editor)).get(article.id)?.waiting).toBe(0);
  });
});
