import type { AnnotationView, ArticleView, SourceView } from '@belegg/contract';
import fc from 'fast-check';
import { TestTeam } from '../../test/team';
import type { Caller } from '../../test/test-app';
import { HeadRebuilder } from './head.rebuilder';

const acts = [
  ...[
    'create',
    'create',
    'edit',
    'edit',
    'cite',
    'cite',
    'cite',
    'submit',
    'submit',
    'withdraw',
    'withdraw',
    'approve',
    'approve',
  ],
  ...['return', 'retire', 'undo', 'undo', 'newText', 'split', 'join', 'mark', 'mark', 'confirm', 'date', 'signOff'],
  'source',
  'source',
  'takeOver',
  'noDifference',
  'takeOverAll',
  'noDifferenceAll',
];

const texts = [
  'Kim kom til Moskva i går. Putin tok imot ham. De snakket lenge om våpen.',
  'Kim kom til Moskva i går. Putin tok imot ham på flyplassen. De snakket lenge om våpen.\nDet regnet.',
  'Putin tok imot ham. Kim kom til Moskva i går. De snakket ikke om våpen.',
  'Noe helt annet står her. De snakket lenge om våpen.',
];

const step = fc.record({ act: fc.constantFrom(...acts), which: fc.nat(1_000), other: fc.nat(1_000) });
interface Step {
  readonly act: string;
  readonly which: number;
  readonly other: number;
}

describe('heads', () => {
  let team: TestTeam;
  beforeAll(async () => {
    team = await TestTeam.open();
  });
  afterAll(() => team.close());

  const faults = (id: string) =>
    team.app.nest.get(HeadRebuilder, { strict: false }).faults({ newsroomId: team.newsroomId, id });

  it('equal what follows from the facts, after every step of any story', async () => {
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 24 }), async (steps) => {
        const story = await Story.begin(team);
        for (const each of steps) {
          const status = await story.play(each);
          reached.add(`${each.act} ${status < 300 ? 'done' : 'refused'}`);
          expect(status).toBeLessThan(500);
          expect([each.act, await faults(story.articleId)]).toEqual([each.act, []]);
        }
      }),
      { numRuns: 30, seed: 20_261_125, endOnFailure: true },
    );
    expect(acts.filter((act) => !reached.has(`${act} done`) && act !== 'signOff')).toEqual([]);
  }, 240_000);

  it('count a source as cited again once the retirement of its annotation is undone', async () => {
    const article = await team.article();
    const sourceId = await team.source('Yonhap');
    const annotation = await team.annotate(article, 'tirsdag', { citations: [{ sourceId, stance: 'supports' }] });
    const source = () => team.editor.call<SourceView>('GET', `/api/sources/${sourceId}`);
    await team.act(annotation, 'retire', team.editor);
    expect((await source()).body.uses).toBe(0);
    expect((await team.editor.call('POST', `/api/articles/${article.id}/undo`, {})).status).toBe(200);
    const { body } = await source();
    expect(body.uses).toBe(1);
    const removal = await team.editor.call('DELETE', `/api/sources/${sourceId}`, undefined, { 'if-match': body.etag });
    expect([removal.status, removal.body]).toMatchObject([409, { code: 'in-use' }]);
    expect((await team.edit(await team.get(annotation.id), { rationale: 'ny' })).status).toBe(200);
  });

  it('are told apart from the facts when somebody changes a row by hand, and mended by a rebuild', async () => {
    const article = await team.article();
    const { id } = await team.submitted(article, 'Den fløy 4600 kilometer.');
    await team.app.database.acrossNewsrooms(
      (tx) => tx.$executeRaw`UPDATE "AnnotationHead" SET "status" = 'approved' WHERE "id" = ${id}::uuid`,
    );
    expect(await faults(article.id)).toEqual([
      `annotation ${id}: status is not what its facts say`,
      `article ${article.id}: byState is wrong`,
    ]);
    await team.app.nest
      .get(HeadRebuilder, { strict: false })
      .rebuildArticle({ newsroomId: team.newsroomId, id: article.id });
    expect(await faults(article.id)).toEqual([]);
  });

  it('are made at the start for an article from before there were heads', async () => {
    const article = await team.article();
    const { id } = await team.submitted(article, 'tirsdag');
    await team.app.database.acrossNewsrooms(async (tx) => {
      await tx.$executeRaw`DELETE FROM "HeadCitation" WHERE "annotationId" = ${id}::uuid`;
      await tx.$executeRaw`DELETE FROM "AnnotationHead" WHERE "id" = ${id}::uuid`;
      await tx.$executeRaw`DELETE FROM "ArticleHead" WHERE "articleId" = ${article.id}::uuid`;
    });
    const other = await team.app.beside();
    try {
      expect(await faults(article.id)).toEqual([]);
    } finally {
      await other.stop();
    }
  });
});

/** What people do, at random, to one article. */
class Story {
  private constructor(
    private readonly team: TestTeam,
    readonly articleId: string,
    private readonly sourceIds: readonly string[],
  ) {}

  static async begin(team: TestTeam): Promise<Story> {
    const { body } = await team.editor.call<ArticleView>('POST', '/api/articles', {
      title: 'Kim',
      language: 'nb',
      format: 'text',
      content: texts[0],
    });
    return new Story(team, body.id, [
      await team.source('KCNA'),
      await team.source('TASS'),
      await team.source('Yonhap'),
    ]);
  }

  /** @returns the status of the answer */
  async play({ act, which, other }: Step): Promise<number> {
    const { team, articleId } = this;
    const path = `/api/articles/${articleId}`;
    const by = which % 2 === 0 ? team.editor : team.colleague;
    const { body: article } = await by.call<ArticleView>('GET', path);
    const change = (method: 'POST' | 'PUT' | 'PATCH', to: string, body: object, who: Caller = by) =>
      who.call(method, `${path}${to}`, body, { 'if-match': article.etag });
    const index = which % article.sentences.length;
    const proposed = article.sentences.find(({ checkable, confirmedBy }) => !checkable && !confirmedBy)?.index ?? index;
    switch (act) {
      case 'create':
        return this.create(by, article, which, other);
      case 'newText':
        return (await change('POST', '/revisions', { format: 'text', content: texts[other % texts.length] })).status;
      case 'split':
        return (await change('POST', `/sentences/${index}/split`, { at: (article.sentences[index]?.start ?? 0) + 4 }))
          .status;
      case 'join':
        return (await change('POST', `/sentences/${index}/join`, {})).status;
      case 'mark':
        return (
          await change('PUT', `/sentences/${index}/checkability`, {
            checkable: false,
            part: other % 2 === 0 ? 'all' : 'rest',
            reason: 'opinion',
          })
        ).status;
      case 'confirm':
        return (await team.confirm(articleId, proposed)).status;
      case 'undo':
        return (await (other % 3 === 0 ? team.reviewer : by).call('POST', `${path}/undo`, {})).status;
      case 'date':
        return (await change('PATCH', '', { date: `2024-12-0${1 + (other % 9)}` })).status;
      case 'signOff':
        return (await team.signOff(articleId)).status;
      case 'source':
        return this.changeSource(by, which, other);
      case 'takeOverAll':
      case 'noDifferenceAll':
        return this.settleAll(act, by, which);
      default:
        return this.onAnnotation(act, by, which, other);
    }
  }

  private async create(by: Caller, { revision, sentences }: ArticleView, which: number, other: number) {
    const sentence = sentences[which % sentences.length];
    const start = (sentence?.start ?? 0) + (other % 3);
    const end = start + 4 + (other % 40);
    const points = [...revision.text];
    const exact = points.slice(start, end).join('');
    const answer = await by.call('POST', `/api/articles/${this.articleId}/annotations`, {
      selector: [
        { type: 'TextPositionSelector', start, end: Math.min(end, points.length) },
        { type: 'TextQuoteSelector', exact },
      ],
      ...(other % 5 !== 0 && { verdict: 'confirmed' }),
      citations: other % 2 === 0 ? [this.citation(which)] : [],
    });
    return answer.status;
  }

  private async onAnnotation(act: Step['act'], by: Caller, which: number, other: number): Promise<number> {
    const { team } = this;
    const { body } = await by.call<{ items: AnnotationView[] }>('GET', `/api/articles/${this.articleId}/annotations`);
    const isDecided = ['approve', 'return', 'withdraw'].includes(act);
    const submitted = body.items.filter(({ status }) => status === 'submitted');
    const fitting = isDecided && submitted.length > 0 ? submitted : body.items;
    let annotation = fitting[which % Math.max(1, fitting.length)];
    if (!annotation) return 404;
    // Nothing may wait yet: then it is sent in first, so that each act is reached.
    if (isDecided && submitted.length === 0) {
      const answer = await team.act(annotation, 'submit', by);
      if (answer.status !== 200) return answer.status;
      annotation = answer.body;
    }
    if (act === 'takeOver' || act === 'noDifference') return this.settle(act, by, annotation, which);
    if (act === 'edit') {
      // Every fourth edit makes a question of a claim, or a claim of a question.
      const verdict = annotation.verdict === undefined ? 'denied' : null;
      const change = other % 4 === 0 ? { verdict } : { rationale: `fordi ${other}` };
      return (await team.edit(annotation, change, by)).status;
    }
    if (act === 'cite') return (await team.edit(annotation, { citations: [this.citation(other)] }, by)).status;
    const decides = act === 'approve' || act === 'return';
    if (act === 'submit' || act === 'withdraw' || act === 'approve' || act === 'return' || act === 'retire')
      return (await team.act(annotation, act, decides ? team.reviewer : by)).status;
    return 404;
  }

  private async source(by: Caller, which: number): Promise<SourceView> {
    return (await by.call<SourceView>('GET', `/api/sources/${this.sourceId(which)}`)).body;
  }

  private async changeSource(by: Caller, which: number, other: number): Promise<number> {
    const { id, etag } = await this.source(by, which);
    const changes = [
      { note: `${which}` },
      { name: `Byrå ${other}` },
      { originId: this.sourceId(other) },
      { originId: null },
    ];
    return (await by.call('PATCH', `/api/sources/${id}`, changes[other % 4], { 'if-match': etag })).status;
  }

  private async settle(act: string, by: Caller, { id, etag, citations }: AnnotationView, which: number) {
    const rested = citations.flatMap(({ sourceId, lineage }) => [sourceId, ...lineage.map((ref) => ref.sourceId)]);
    const sourceId = rested[which % Math.max(1, rested.length)] ?? this.sourceId(which);
    const path = `/api/annotations/${id}/sources/${sourceId}/${act === 'takeOver' ? 'take-over' : 'no-difference'}`;
    return (await by.call('POST', path, {}, { 'if-match': etag })).status;
  }

  private async settleAll(act: string, by: Caller, which: number): Promise<number> {
    const { id, etag } = await this.source(by, which);
    const path = `/api/sources/${id}/${act === 'takeOverAll' ? 'take-over' : 'no-difference'}`;
    return (await by.call('POST', path, undefined, { 'if-match': etag })).status;
  }

  private citation(which: number) {
    const relays = [{}, { relays: null }, { relays: this.sourceId(which + 1) }][which % 3];
    return { sourceId: this.sourceId(which), stance: 'supports', ...relays };
  }

  private sourceId(which: number): string {
    return this.sourceIds[which % this.sourceIds.length] ?? '';
  }
}
