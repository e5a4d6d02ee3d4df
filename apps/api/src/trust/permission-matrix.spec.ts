import { routes, type ProblemCode, type Route, type RouteName } from '@belegg/contract';
import { problemsOf } from '@belegg/contract/openapi';
import type { Role } from '@belegg/domain';
import { TestTeam } from '../test/team';
import type { Caller } from '../test/test-app';
import { prepare } from './test/calls';

/** Who calls, on a colleague's thing in the same newsroom. */
const callers = {
  nobody: [],
  editor: ['editor'],
  reviewer: ['reviewer'],
  admin: ['admin'],
  'editor+admin': ['editor', 'admin'],
  'reviewer+admin': ['reviewer', 'admin'],
} as const satisfies Record<string, readonly Role[]>;

/**
 * The expected status, in the order of `callers`; then for somebody of another newsroom who has every role there; then
 * for a reviewer and editor on a thing of their own. Reading: any member. Writing: editors and reviewers. Reviewing:
 * reviewers, never on their own work. Managing: admins. What is another newsroom's is not found.
 */
const everybody = (status: number) => [status, status, status, status, status, status, status, status];
const members = (status: number, stranger = 404) => [401, status, status, status, status, status, stranger, status];
const writers = (status: number, stranger = 404, own = status) => [
  401,
  status,
  status,
  403,
  status,
  status,
  stranger,
  own,
];
const reviewers = (status: number, stranger = 404, own = status) => [401, 403, status, 403, 403, status, stranger, own];
const admins = (status: number, stranger = 404) => [401, 403, 403, status, status, status, stranger, 403];

const table: Readonly<Record<RouteName, readonly number[]>> = {
  //                    nobody editor reviewer admin ed+ad re+ad stranger own
  signIn: everybody(401),
  whoAmI: members(200, 200),
  signOut: members(204, 204),
  changePassword: members(422, 422),
  forgetPassword: everybody(409),
  redeemPasswordLink: everybody(410),
  switchNewsroom: members(404, 404),
  listSessions: members(200, 200),
  endSession: [401, 404, 404, 404, 404, 404, 404, 204],

  listMembers: members(200, 200),
  addMember: admins(201, 201),
  changeMember: admins(200),
  resetPassword: admins(200),
  getSettings: admins(200, 200),
  changeSettings: admins(200, 200),
  listWebhooks: admins(200, 200),
  createWebhook: admins(201, 201),
  removeWebhook: admins(204),
  listDeliveries: admins(200),
  resendDelivery: admins(200),
  getProfile: admins(200, 200),
  changeProfile: admins(200, 200),
  listTokens: members(200, 200),
  createToken: members(201, 201),
  revokeToken: [401, 404, 404, 404, 404, 404, 404, 204],

  listArticles: members(200, 200),
  createArticle: writers(201, 201),
  previewArticle: writers(200, 200),
  importArticle: writers(201, 201),
  previewImport: writers(200, 200),
  getArticle: members(200),
  changeArticle: writers(200),
  listRevisions: members(200),
  createRevision: writers(201),
  previewRevision: writers(200),
  importRevision: writers(201),
  previewRevisionImport: writers(200),
  getRevision: members(200),
  markCheckability: writers(200),
  confirmCheckability: writers(200, 404, 403),
  splitSentence: writers(200),
  joinSentences: writers(200),
  undo: writers(200),
  listArticleEvents: members(200),

  listAnnotations: members(200),
  listEarlierAnnotations: members(200),
  createAnnotation: writers(201),
  importAnnotations: writers(200),
  getAnnotation: members(200),
  changeAnnotation: writers(200),
  retireAnnotation: writers(200),
  annotationHistory: members(200),
  search: members(200, 200),
  listSimilarClaims: members(200),
  listDrafts: members(200),
  keepDraft: writers(200),
  discardDraft: writers(204),
  awaitDrafts: writers(200),
  submitAnnotation: writers(200),
  withdrawAnnotation: writers(200),
  approveAnnotation: reviewers(200, 404, 403),
  returnAnnotation: reviewers(200, 404, 403),
  takeOverCitedSource: writers(200),
  settleCitedSource: writers(200),
  listReviews: members(200, 200),
  countReviews: members(200, 200),
  listReviewMarks: members(200, 200),

  listAssignments: members(200),
  replaceAssignments: writers(200),
  createAssignment: writers(201),
  changeAssignment: writers(200),
  withdrawAssignment: writers(200),
  finishAssignment: [401, 403, 403, 403, 403, 403, 404, 200],
  handBackAssignment: [401, 403, 403, 403, 403, 403, 404, 200],

  getBoard: members(200, 200),
  bePresent: members(200),
  leave: members(204),

  listThreads: members(200),
  createThread: writers(201),
  addComment: writers(201),
  editComment: [401, 403, 403, 403, 403, 403, 404, 200],
  commentHistory: members(200),
  resolveThread: writers(200),
  reopenThread: writers(200),
  readThread: members(200),

  listSources: members(200, 200),
  createSource: writers(201, 201),
  getSource: members(200),
  changeSource: writers(200),
  retireSource: writers(204),
  sourceHistory: members(200),
  sourceProtection: members(200),
  nameSourceReaders: [401, 403, 403, 200, 200, 200, 404, 200],
  proposeRemoval: writers(200),
  withdrawRemoval: writers(200),
  confirmRemoval: writers(200, 404, 403),
  takeOverSource: writers(200),
  settleSource: writers(200),
  listSourceUses: members(200),

  captureEvidence: writers(201, 201),
  getEvidence: members(200),

  signOff: reviewers(201),
  previewSignOff: members(200),
  listReports: members(200),
  getReport: members(200),
  draftReport: members(200),
  checkText: members(200),
  publishReport: reviewers(201),
  unpublishReport: reviewers(204),
  readPublic: everybody(200),
  readPublicClaims: everybody(200),
  newsroomIndex: everybody(200),
  newsroomCorrections: everybody(200),
  newsroomAtom: everybody(200),
  newsroomFeed: everybody(200),
  newsroomSitemap: everybody(200),
  sitemaps: everybody(200),
  robots: everybody(200),
  oembed: everybody(200),
  // The built script is not there where tests run from source.
  embedScript: everybody(404),

  listNotifications: members(200, 200),
  countNotifications: members(200, 200),
  markNotifications: members(200, 200),
  getNotificationChoices: members(200, 200),
  changeNotificationChoices: members(200, 200),
  listJobs: admins(200, 200),
  askForJob: admins(202, 202),
  getJob: admins(200),
  cancelJob: admins(200),
  retryJob: admins(200),

  health: everybody(200),
  ready: everybody(200),
  metrics: admins(200, 200),
  openApi: everybody(200),
  reference: everybody(200),
  streamEvents: members(200, 200),
};

describe('the permission matrix', () => {
  let team: TestTeam;

  beforeAll(async () => {
    team = await TestTeam.open();
  });
  afterAll(() => team.close());

  const call = async (name: RouteName, by: Caller, author: Caller): Promise<number> => {
    const { path, body, headers } = await prepare(team, name, author, by);
    const { method, answers }: Route = routes[name];
    if (answers === 'text/event-stream') return team.app.statusOfStream(by, path);
    const answer = await by.call<{ code?: ProblemCode }>(method, path, body, headers);
    // Whatever is refused, the OpenAPI document says so.
    if (answer.status >= 400) expect(problemsOf(name, routes[name])).toContain(answer.body.code);
    return answer.status;
  };

  it('has a row for every route', () => {
    expect(Object.keys(table).toSorted()).toEqual(Object.keys(routes).toSorted());
  });

  describe.each(Object.entries(table))('%s', (route, row) => {
    const name = route as RouteName;

    it.each(Object.entries(callers).map(([who, roles], column) => [who, row[column], roles] as const))(
      'by %s: %s',
      async (_who, expected, roles) => {
        const by = roles.length === 0 ? team.app.nobody : await team.app.member(team.newsroomId, roles);
        expect(await call(name, by, team.editor)).toBe(expected);
      },
    );

    it(`by somebody of another newsroom: ${row[6]}`, async () => {
      const stranger = await team.app.member(await team.app.newsroom('Theirs'), ['editor', 'reviewer', 'admin']);
      expect(await call(name, stranger, team.editor)).toBe(row[6]);
    });

    it(`on one's own thing: ${row[7]}`, async () => {
      const self = await team.app.member(team.newsroomId, ['editor', 'reviewer']);
      expect(await call(name, self, self)).toBe(row[7]);
    });
  });

  it('answers another newsroom’s ids with 404 before it looks at anything else', async () => {
    for (const [name, route] of Object.entries(routes) as [RouteName, Route][]) {
      if (!route.subject) continue;
      const { path } = await prepare(team, name, team.editor, team.stranger);
      const { status } = await team.stranger.call(
        route.method,
        path,
        route.method === 'GET' ? undefined : { nonsense: 'x'.repeat(50) },
      );
      expect([name, status]).toEqual([name, 404]);
    }
  });
});
