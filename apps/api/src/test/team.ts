import type {
  AnnotationView,
  ArticleView,
  Problem,
  ReportSummary,
  SignOffBody,
  SignOffPreview,
} from '@belegg/contract';
import { TestApp, type Answer, type Caller } from './test-app';
import { TestArticle } from './article';

export const storyText = [
  'Raketten fløy over Japan',
  'Nord-Korea skjøt opp en rakett tirsdag. Den fløy 4600 kilometer. Ingen ble skadd, sier Hansen.',
  'Japan protesterte samme dag. Sør-Korea svarte med en øvelse.',
  'Les også: Slik er rakettene',
].join('\n');

/** The people of a newsroom, somebody of another one, and what they do to annotations. */
export class TestTeam {
  private constructor(
    readonly app: TestApp,
    readonly newsroomId: string,
    readonly editor: Caller,
    readonly colleague: Caller,
    readonly reviewer: Caller,
    readonly reviewer2: Caller,
    readonly admin: Caller,
    readonly stranger: Caller,
  ) {}

  static async open(settings: Readonly<Record<string, string>> = {}): Promise<TestTeam> {
    const app = await TestApp.start(settings);
    const newsroom = await app.newsroom();
    const member = (name: string, ...roles: ('editor' | 'reviewer' | 'admin')[]) => app.member(newsroom, roles, name);
    return new TestTeam(
      app,
      newsroom,
      await member('Eva', 'editor'),
      await member('Ola', 'editor'),
      await member('Rita', 'reviewer'),
      await member('Roy', 'reviewer'),
      await member('Ada', 'admin'),
      await app.member(await app.newsroom('Theirs'), ['editor', 'reviewer', 'admin'], 'Stranger'),
    );
  }

  close(): Promise<void> {
    return this.app.stop();
  }

  article(text = storyText): Promise<TestArticle> {
    return TestArticle.make(this.app, this.editor, text);
  }

  async source(name = 'KCNA'): Promise<string> {
    const { body } = await this.editor.call<{ id: string }>('POST', '/api/sources', {
      kind: 'newsAgency',
      name,
      evenIfSimilar: true,
    });
    return body.id;
  }

  /** Lets these alone see a protected source in clear. */
  async nameFor(sourceId: string, ...people: readonly Caller[]): Promise<void> {
    const path = `/api/sources/${sourceId}/protection`;
    const { etag } = (await this.admin.call<{ etag: string }>('GET', path)).body;
    const accountIds = people.map(({ actor }) => actor.accountId);
    await this.admin.call('PUT', `${path}/readers`, { accountIds }, { 'if-match': etag });
  }

  async annotate(article: TestArticle, exact: string, more: object = {}, by = this.editor): Promise<AnnotationView> {
    const { status, body, text } = await by.call<AnnotationView>('POST', `/api/articles/${article.id}/annotations`, {
      selector: article.select(exact),
      verdict: 'confirmed',
      ...more,
    });
    if (status !== 201) throw new Error(text);
    return body;
  }

  edit(annotation: AnnotationView, body: object, by = this.editor): Promise<Answer<AnnotationView>> {
    return by.call('PATCH', `/api/annotations/${annotation.id}`, body, { 'if-match': annotation.etag });
  }

  act(
    annotation: AnnotationView,
    action: 'submit' | 'withdraw' | 'approve' | 'return' | 'retire',
    by: Caller,
    comment = 'fordi',
  ): Promise<Answer<AnnotationView>> {
    const [method, path, body] =
      action === 'retire'
        ? (['DELETE', '', { reason: comment }] as const)
        : (['POST', `/${action}`, { comment }] as const);
    return by.call(method, `/api/annotations/${annotation.id}${path}`, body, { 'if-match': annotation.etag });
  }

  async get(id: string): Promise<AnnotationView> {
    return (await this.editor.call<AnnotationView>('GET', `/api/annotations/${id}`)).body;
  }

  /** An annotation that was submitted, and one that was approved as well. */
  async submitted(article: TestArticle, exact: string): Promise<AnnotationView> {
    return (await this.act(await this.annotate(article, exact), 'submit', this.editor)).body;
  }

  async approved(article: TestArticle, exact: string): Promise<AnnotationView> {
    return (await this.act(await this.submitted(article, exact), 'approve', this.reviewer)).body;
  }

  /** Signs off what stands there now, or what was looked at before, by its ETag. */
  async signOff(
    articleId: string,
    by = this.reviewer,
    seen?: string,
    body?: SignOffBody,
  ): Promise<Answer<ReportSummary & Problem>> {
    const { etag = '"none"' } = (await by.call<Partial<SignOffPreview>>('GET', `/api/articles/${articleId}/sign-off`))
      .body;
    return by.call('POST', `/api/articles/${articleId}/reports`, body, { 'if-match': seen ?? etag });
  }

  /** Confirms, as it stands now, what somebody said of a sentence. */
  async confirm(articleId: string, index: number, by = this.reviewer): Promise<Answer<ArticleView & Problem>> {
    const { body } = await by.call<Partial<ArticleView>>('GET', `/api/articles/${articleId}`);
    const etag = body.sentences?.[index]?.etag ?? '"none"';
    const path = `/api/articles/${articleId}/sentences/${index}/checkability/confirm`;
    return by.call('POST', path, undefined, { 'if-match': etag });
  }

  events(
    articleId: string,
  ): Promise<{ type: string; seq: number | null; subjectId: string | null; actorId: string; data: unknown }[]> {
    return this.app.database.inNewsroom(this.newsroomId, (tx) =>
      tx.event.findMany({
        where: { newsroomId: this.newsroomId, articleId },
        orderBy: { seq: 'asc' },
        select: { type: true, seq: true, subjectId: true, actorId: true, data: true },
      }),
    );
  }
}
