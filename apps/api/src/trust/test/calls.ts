import {
  routes,
  type AnnotationView,
  type ArticleView,
  type ProfileView,
  type AssignmentView,
  type ReportSummary,
  type Route,
  type RouteName,
  type SourceView,
  type ThreadView,
} from '@belegg/contract';
import { Sequencer } from '../../events';
import { WebhookFeed } from '../../webhooks';
import type { TestArticle } from '../../test/article';
import type { TestTeam } from '../../test/team';
import type { Caller } from '../../test/test-app';

/** A call that is right in everything but, perhaps, who makes it. */
export interface PreparedCall {
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** What a route needs beyond its subject; `etag` where that is not the subject's own. */
type Particulars = Pick<PreparedCall, 'path' | 'body'> & { readonly etag?: string | undefined };

const text = 'Raketten fløy over Japan tirsdag. Den falt i havet.';
const [first, second] = ['Raketten fløy over Japan tirsdag.', 'Den falt i havet.'] as const;
const boundary = 'grense';
const fileBody = (name: string, content: string): string =>
  `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/plain\r\n\r\n${content}\r\n--${boundary}--\r\n`;
const fileHeaders = { 'content-type': `multipart/form-data; boundary=${boundary}` };

/**
 * Makes the thing that a route is about, by `author`, in the state in which the route can do its work, and the call of
 * `by` on it.
 */
export async function prepare(team: TestTeam, name: RouteName, author: Caller, by: Caller): Promise<PreparedCall> {
  const { subject, ifMatch }: Route = routes[name];
  const thing = subject === undefined ? undefined : await things[subject](new Scene(team, author, by), name);
  const {
    path: fixed,
    body,
    etag = thing?.etag,
  } = (await particulars[name]?.(new Scene(team, author, by), thing)) ?? {};
  const path =
    fixed ??
    routes[name].path
      .replace('{id}', thing?.id ?? '')
      .replace('{number}', '1')
      .replace('{index}', '0');
  return {
    path,
    ...(body !== undefined && { body }),
    headers: {
      ...(ifMatch && etag !== undefined && { 'if-match': etag }),
      ...(routes[name].takes && fileHeaders),
    },
  };
}

interface Thing {
  readonly id: string;
  readonly etag?: string | undefined;
  readonly article?: TestArticle;
}

/** Who is there, and what they made. */
class Scene {
  constructor(
    readonly team: TestTeam,
    readonly author: Caller,
    readonly by: Caller,
  ) {}

  article(): Promise<TestArticle> {
    return this.team.article(text);
  }

  async annotated(exact: string, article: TestArticle): Promise<AnnotationView> {
    return this.team.annotate(article, exact, {}, this.author);
  }

  async submitted(exact: string, article: TestArticle): Promise<AnnotationView> {
    return (await this.team.act(await this.annotated(exact, article), 'submit', this.author)).body;
  }

  async covered(): Promise<TestArticle> {
    const article = await this.article();
    for (const exact of [first, second])
      await this.team.act(await this.submitted(exact, article), 'approve', this.judge);
    return article;
  }

  async report(): Promise<ReportSummary> {
    const article = await this.covered();
    return (await this.team.signOff(article.id, this.judge)).body;
  }

  /** A reviewer who wrote nothing. */
  get judge(): Caller {
    return this.team.reviewer2;
  }
}

const things: Readonly<Record<NonNullable<Route['subject']>, (scene: Scene, name: RouteName) => Promise<Thing>>> = {
  article: async (scene, name) => {
    const article = name === 'signOff' ? await scene.covered() : await scene.article();
    const seen = name === 'signOff' ? `/api/articles/${article.id}/sign-off` : `/api/articles/${article.id}`;
    const { etag } = (await scene.author.call<{ etag: string }>('GET', seen)).body;
    return { id: article.id, etag, article };
  },
  annotation: async (scene, name) => {
    const needsSubmitted = ['withdrawAnnotation', 'approveAnnotation', 'returnAnnotation'].includes(name);
    return needsSubmitted
      ? scene.submitted(first, await scene.article())
      : scene.annotated(first, await scene.article());
  },
  source: async ({ author }) =>
    (await author.call<SourceView>('POST', '/api/sources', { kind: 'other', name: `Kilde ${Math.random()}` })).body,
  report: async (scene, name) => {
    const report = await scene.report();
    if (name === 'unpublishReport') await scene.judge.call('POST', `/api/reports/${report.id}/publication`);
    return report;
  },
  member: async ({ team }) => ({ id: (await team.app.member(team.newsroomId, ['editor'])).actor.accountId }),
  thread: async (scene) => {
    const article = await scene.article();
    const begun = { articleId: article.id, selector: article.select(first), text: 'Er dette sikkert?' };
    return (await scene.author.call<ThreadView>('POST', '/api/threads', begun)).body;
  },
  assignment: async (scene) => {
    const { id } = await scene.article();
    return (await scene.author.call<AssignmentView>('POST', `/api/articles/${id}/assignments`, { kind: 'check' })).body;
  },
  session: async ({ team, author }) => ({ id: (await team.app.anotherSession(author)).actor.sessionId }),
  webhook: async ({ team, author }) => {
    const { body } = await team.admin.call<{ id: string }>('POST', '/api/webhooks', { url: 'https://mottaker.test/' });
    // Something to tell of.
    await author.call('POST', '/api/sources', { kind: 'other', name: `Kilde ${Math.random()}` });
    await team.app.nest.get(Sequencer, { strict: false }).sequence(team.newsroomId);
    return body;
  },
  token: async ({ author }) => (await author.call<{ id: string }>('POST', '/api/tokens', { name: 'skript' })).body,
};

/** A job that waits. */
async function job({ team }: Scene): Promise<string> {
  return (await team.admin.call<{ id: string }>('POST', '/api/jobs', { kind: 'check' })).body.id;
}

/** The call that settles a changed source of an annotation. */
async function citing({ team, author }: Scene, what: string): Promise<Particulars> {
  const { body: source } = await author.call<SourceView>('POST', '/api/sources', {
    kind: 'other',
    name: `Kilde ${Math.random()}`,
  });
  const citations = [{ sourceId: source.id, stance: 'supports' }];
  const { id, etag } = await team.annotate(await team.article(text), first, { citations }, author);
  await author.call('PATCH', `/api/sources/${source.id}`, { note: 'Nytt' }, { 'if-match': source.etag });
  return { path: `/api/annotations/${id}/sources/${source.id}/${what}`, etag };
}

/** A call on the protection of a source of the author, for which the caller is named. */
async function guarded({ team, author, by }: Scene, thing: Thing | undefined, what: string, body?: object) {
  const path = `/api/sources/${thing?.id}`;
  const seen = async () => (await author.call<{ etag: string }>('GET', `${path}/protection`)).body.etag;
  const described = { protected: true, description: 'en kilde' };
  await author.call('PATCH', path, described, { 'if-match': thing?.etag ?? '' });
  const accountIds = [author.actor.accountId, by.actor.accountId];
  await team.admin.call('PUT', `${path}/protection/readers`, { accountIds }, { 'if-match': await seen() });
  if (what !== '' && body === undefined)
    await author.call(
      'POST',
      `${path}/protection/removal`,
      { reason: 'Navnet er kjent' },
      { 'if-match': await seen() },
    );
  return { path: `${path}/protection/${what || 'readers'}`, body: body ?? { accountIds }, etag: await seen() };
}

const particulars: Partial<
  Record<RouteName, (scene: Scene, thing: Thing | undefined) => Particulars | Promise<Particulars>>
> = {
  signIn: () => ({ path: '/api/session', body: { email: 'nobody@example.test', password: 'not a password' } }),
  changePassword: () => ({
    path: '/api/session/password',
    body: { current: 'not the password', next: 'a rather long new one' },
  }),
  forgetPassword: () => ({ path: '/api/session/forgotten', body: { email: 'nobody@example.test' } }),
  redeemPasswordLink: () => ({
    path: '/api/session/forgotten/password',
    body: { secret: 'x'.repeat(43), next: 'a rather long new one' },
  }),
  switchNewsroom: () => ({
    path: '/api/session/newsroom',
    body: { newsroomId: '0191a000-0000-7000-8000-000000000000' },
  }),
  addMember: () => ({
    path: '/api/members',
    body: { name: 'Ny', email: `ny${Math.random()}@example.test`, roles: ['editor'] },
  }),
  changeMember: (_, thing) => ({ path: `/api/members/${thing?.id}`, body: { roles: ['reviewer'] } }),
  changeSettings: async ({ team }) => ({
    path: '/api/newsroom/settings',
    body: { sourceRule: 'none', longestPassage: 3 },
    etag: (await team.admin.call<{ etag: string }>('GET', '/api/newsroom/settings')).body.etag,
  }),
  createToken: () => ({ path: '/api/tokens', body: { name: 'skript' } }),
  createArticle: () => ({ path: '/api/articles', body: { title: 'Ny', format: 'text', content: text } }),
  previewArticle: () => ({ path: '/api/articles/preview', body: { format: 'text', content: text } }),
  importArticle: () => ({ path: '/api/articles/import', body: fileBody('ny.txt', text) }),
  previewImport: () => ({ path: '/api/articles/import/preview', body: fileBody('ny.txt', text) }),
  importAnnotations: (_, thing) => ({ path: `/api/articles/${thing?.id}/annotations/import`, body: [] }),
  changeArticle: (_, thing) => ({ path: `/api/articles/${thing?.id}`, body: { title: 'Annet' } }),
  createRevision: (_, thing) => ({
    path: `/api/articles/${thing?.id}/revisions`,
    body: { format: 'text', content: `${text} Ingen ble skadd.` },
  }),
  previewRevision: (_, thing) => ({
    path: `/api/articles/${thing?.id}/revisions/preview`,
    body: { format: 'text', content: 'Noe annet.' },
  }),
  importRevision: (_, thing) => ({
    path: `/api/articles/${thing?.id}/revisions/import`,
    body: fileBody('ny.txt', `${text} Ingen ble skadd.`),
  }),
  previewRevisionImport: (_, thing) => ({
    path: `/api/articles/${thing?.id}/revisions/import/preview`,
    body: fileBody('ny.txt', 'Noe annet.'),
  }),
  checkText: (_, thing) => ({ path: `/api/articles/${thing?.id}/check`, body: { text } }),
  markCheckability: (_, thing) => ({
    path: `/api/articles/${thing?.id}/sentences/0/checkability`,
    body: { checkable: false, reason: 'opinion' },
  }),
  confirmCheckability: async ({ author }, thing) => {
    const { body } = await author.call<ArticleView>(
      'PUT',
      `/api/articles/${thing?.id}/sentences/0/checkability`,
      { checkable: false, reason: 'opinion' },
      { 'if-match': thing?.etag ?? '' },
    );
    return { path: `/api/articles/${thing?.id}/sentences/0/checkability/confirm`, etag: body.sentences[0]?.etag };
  },
  splitSentence: (_, thing) => ({ path: `/api/articles/${thing?.id}/sentences/0/split`, body: { at: 9 } }),
  undo: async ({ by }, thing) => {
    await by.call('POST', `/api/articles/${thing?.id}/annotations`, {
      selector: thing?.article?.select(first),
      verdict: 'denied',
    });
    return { path: `/api/articles/${thing?.id}/undo` };
  },
  createAnnotation: (_, thing) => ({
    path: `/api/articles/${thing?.id}/annotations`,
    body: { selector: thing?.article?.select(first), verdict: 'denied' },
  }),
  changeAnnotation: (_, thing) => ({ path: `/api/annotations/${thing?.id}`, body: { rationale: 'Ny begrunnelse' } }),
  keepDraft: (_, thing) => ({
    path: `/api/annotations/${thing?.id}/draft`,
    body: { annotationRevision: 1, statement: { verdict: 'denied', rationale: 'Halvve', citations: [] } },
  }),
  returnAnnotation: (_, thing) => ({
    path: `/api/annotations/${thing?.id}/return`,
    body: { comment: 'Finn en kilde' },
  }),
  listThreads: async (scene) => ({ path: `/api/threads?article=${(await scene.article()).id}` }),
  createThread: async (scene) => {
    const article = await scene.article();
    return {
      path: '/api/threads',
      body: { articleId: article.id, selector: article.select(first), text: 'Hvem sier det?' },
    };
  },
  replaceAssignments: async ({ team, author }, thing) => {
    const path = `/api/articles/${thing?.id}/assignments`;
    const { etag } = (await author.call<{ etag: string }>('GET', path)).body;
    return { path, etag, body: { items: [{ kind: 'check', assigneeId: team.colleague.actor.accountId }] } };
  },
  createAssignment: ({ team }, thing) => ({
    path: `/api/articles/${thing?.id}/assignments`,
    body: { kind: 'check', assigneeId: team.colleague.actor.accountId },
  }),
  changeAssignment: (_, thing) => ({ path: `/api/assignments/${thing?.id}`, body: { note: 'Ring Hansen først' } }),
  finishAssignment: (_, thing) => ({ path: `/api/assignments/${thing?.id}/done`, body: {} }),
  handBackAssignment: (_, thing) => ({ path: `/api/assignments/${thing?.id}/hand-back`, body: {} }),
  bePresent: (_, thing) => ({ path: `/api/articles/${thing?.id}/presence`, body: { tab: thing?.id } }),
  leave: (_, thing) => ({ path: `/api/articles/${thing?.id}/presence/leave`, body: { tab: thing?.id } }),
  addComment: (_, thing) => ({ path: `/api/threads/${thing?.id}/comments`, body: { text: 'Ja.' } }),
  editComment: (_, thing) => ({
    path: `/api/threads/${thing?.id}/comments/1`,
    body: { text: 'Er det helt sikkert?', revision: 1 },
  }),
  readThread: (_, thing) => ({ path: `/api/threads/${thing?.id}/read`, body: { upTo: 1 } }),
  search: () => ({ path: '/api/search?q=rakett' }),
  takeOverCitedSource: async (scene) => citing(scene, 'take-over'),
  settleCitedSource: async (scene) => citing(scene, 'no-difference'),
  createSource: () => ({ path: '/api/sources', body: { kind: 'other', name: `Ny ${Math.random()}` } }),
  nameSourceReaders: (scene, thing) => guarded(scene, thing, '', { accountIds: [scene.author.actor.accountId] }),
  proposeRemoval: (scene, thing) => guarded(scene, thing, 'removal', { reason: 'Navnet er kjent' }),
  withdrawRemoval: async (scene, thing) => ({ ...(await guarded(scene, thing, 'removal')), body: undefined }),
  confirmRemoval: async (scene, thing) => {
    const { etag } = await guarded(scene, thing, 'removal');
    return { path: `/api/sources/${thing?.id}/protection/removal/confirm`, etag };
  },
  changeSource: (_, thing) => ({ path: `/api/sources/${thing?.id}`, body: { note: 'Nytt' } }),
  captureEvidence: () => ({ path: '/api/evidence', body: fileBody('bevis.txt', 'bevis') }),
  getEvidence: async ({ author }) => {
    const { body } = await author.call<{ sha256: string }>(
      'POST',
      '/api/evidence',
      fileBody('bevis.txt', `bevis ${Math.random()}`),
      fileHeaders,
    );
    return { path: `/api/evidence/${body.sha256}` };
  },
  createWebhook: () => ({ path: '/api/webhooks', body: { url: 'https://mottaker.test/' } }),
  resendDelivery: async ({ team }, thing) => {
    await team.app.nest.get(WebhookFeed, { strict: false }).feed(team.newsroomId);
    const path = `/api/webhooks/${thing?.id}/deliveries`;
    const { items } = (await team.admin.call<{ items: { id: string }[] }>('GET', path)).body;
    return { path: `${path}/${items[0]?.id}/resend` };
  },
  changeProfile: async ({ team, by }) => {
    const path = '/api/newsroom/profile';
    const read = async (reader: Caller) => (await reader.call<{ etag?: string }>('GET', path)).body.etag;
    const body = { homepage: 'https://avisen.test/', logo: '', correctionsPolicy: 'Skriv til oss.' };
    // A newsroom's own; of those who may not read it, ours.
    return { path, body, etag: (await read(by)) ?? (await read(team.admin)) };
  },
  markNotifications: () => ({ path: '/api/notifications/marks', body: { isRead: true } }),
  changeNotificationChoices: () => ({
    path: '/api/notifications/choices',
    body: { inPage: ['mention'], byMail: [], rhythm: 'daily', quietFrom: 20, quietUntil: 8, language: 'nn' },
  }),
  askForJob: () => ({ path: '/api/jobs', body: { kind: 'check' } }),
  getJob: async (scene) => ({ path: `/api/jobs/${await job(scene)}` }),
  cancelJob: async (scene) => ({ path: `/api/jobs/${await job(scene)}/cancel` }),
  retryJob: async (scene) => {
    const id = await job(scene);
    await scene.team.admin.call('POST', `/api/jobs/${id}/cancel`);
    return { path: `/api/jobs/${id}/retry` };
  },
  readPublic: (scene) => published(scene, ''),
  readPublicClaims: (scene) => published(scene, '/claims.json'),
  newsroomIndex: (scene) => listing(scene, ''),
  newsroomCorrections: (scene) => listing(scene, '/corrections'),
  newsroomAtom: (scene) => listing(scene, '/feed.atom'),
  newsroomFeed: (scene) => listing(scene, '/feed.json'),
  newsroomSitemap: (scene) => listing(scene, '/sitemap.xml'),
  oembed: async (scene) => ({
    path: `/oembed?url=${encodeURIComponent(`http://localhost:80${(await published(scene, '')).path}`)}`,
  }),
};

/** Something of a report that was published and listed. */
async function published(scene: Scene, what: string): Promise<Particulars> {
  const { id } = await scene.report();
  const path = `/api/reports/${id}/publication`;
  const { body } = await scene.judge.call<ReportSummary>('POST', path, { listed: true });
  return { path: `${body.publicPath}${what}` };
}

/** Something of a newsroom that lists a report and says how it corrects itself. */
async function listing(scene: Scene, what: string): Promise<Particulars> {
  await published(scene, '');
  const path = '/api/newsroom/profile';
  const { etag, publicPath } = (await scene.team.admin.call<ProfileView>('GET', path)).body;
  const profile = { homepage: '', logo: '', correctionsPolicy: 'Skriv til oss.' };
  await scene.team.admin.call('PUT', path, profile, { 'if-match': etag });
  return { path: `${publicPath}${what}` };
}
