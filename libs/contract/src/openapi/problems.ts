import * as z from 'zod';
import type { ProblemCode } from '../problem';
import type { Route } from '../route';
import type { RouteName } from '../routes';

const reading = [
  'empty-text',
  'binary',
  'encoding',
  'too-many-sentences',
  'broken-file',
  'reading-limit',
  'too-many-readings',
  'encrypted-file',
  'scanned-file',
  'old-word-file',
  'unread-format',
  'unknown-json',
  'address-refused',
  'address-unreachable',
] as const;
const written = [
  'empty-text',
  'binary',
  'encoding',
  'too-many-sentences',
  'reading-limit',
  'too-many-readings',
] as const;
const cited = ['in-use', 'selector-mismatch'] as const;

/** What a route refuses beyond what follows from its description. */
const particular: Partial<Readonly<Record<RouteName, readonly ProblemCode[]>>> = {
  signIn: ['wrong-password', 'too-many-attempts'],
  changePassword: ['too-many-attempts', 'forbidden'],
  switchNewsroom: ['not-found', 'forbidden'],
  signOut: ['forbidden'],
  listSessions: ['forbidden'],
  endSession: ['forbidden'],
  addMember: ['duplicate'],
  changeMember: ['last-admin'],
  resetPassword: ['shared-account'],
  createArticle: written,
  previewArticle: written,
  importArticle: reading,
  previewImport: reading,
  createRevision: written,
  previewRevision: written,
  importRevision: reading,
  previewRevisionImport: reading,
  getRevision: ['not-found'],
  changeArticle: ['too-many-sentences'],
  markCheckability: ['not-found', 'duplicate', 'overtaken', 'no-rest', 'own-work'],
  confirmCheckability: ['not-found', 'duplicate', 'overtaken', 'own-work'],
  splitSentence: ['not-found', 'hides-unchecked', 'last-in-block', 'too-many-sentences'],
  joinSentences: ['not-found', 'hides-unchecked', 'last-in-block'],
  undo: [
    'contradicts',
    'nothing-to-undo',
    'not-undoable',
    'overtaken',
    'wrong-status',
    'in-use',
    'hides-unchecked',
    'own-work',
  ],
  createAnnotation: [...cited, 'stale'],
  importAnnotations: [...cited, 'too-many-readings', 'reading-limit'],
  changeAnnotation: [...cited, 'wrong-status'],
  retireAnnotation: ['wrong-status'],
  submitAnnotation: ['wrong-status'],
  withdrawAnnotation: ['wrong-status'],
  approveAnnotation: ['wrong-status', 'own-work', 'contradicts', 'not-named'],
  returnAnnotation: ['wrong-status', 'own-work'],
  keepDraft: ['wrong-status', 'stale', 'in-use', 'selector-mismatch'],
  discardDraft: ['stale'],
  replaceAssignments: ['selector-mismatch'],
  createAssignment: ['selector-mismatch', 'stale'],
  withdrawAssignment: ['overtaken'],
  changeAssignment: ['overtaken'],
  finishAssignment: ['not-your-assignment', 'overtaken'],
  handBackAssignment: ['not-your-assignment', 'overtaken'],
  createThread: ['not-found', 'selector-mismatch', 'stale'],
  editComment: ['not-found', 'not-your-words', 'stale'],
  commentHistory: ['not-found'],
  listThreads: ['not-found'],
  createSource: ['similar', 'circle', 'in-use', 'duplicate'],
  changeSource: ['similar', 'circle', 'in-use', 'duplicate', 'not-named', 'protection-stands'],
  retireSource: ['in-use', 'not-named'],
  proposeRemoval: ['not-named', 'wrong-status', 'duplicate'],
  withdrawRemoval: ['not-named'],
  confirmRemoval: ['not-named', 'own-work', 'protection-stands'],
  checkText: written,
  signOff: ['not-covered', 'contradicts', 'overlaps'],
  publishReport: ['duplicate', 'wrong-status'],
  unpublishReport: ['not-found'],
  readPublic: ['not-found'],
  readPublicClaims: ['not-found'],
  newsroomIndex: ['not-found'],
  newsroomCorrections: ['not-found'],
  newsroomAtom: ['not-found'],
  newsroomFeed: ['not-found'],
  newsroomSitemap: ['not-found'],
  oembed: ['not-found'],
  embedScript: ['not-found'],
  captureEvidence: [],
  getEvidence: ['not-found', 'evidence-lost'],
  resendDelivery: ['not-found'],
  getJob: ['not-found'],
  cancelJob: ['not-found', 'not-now'],
  retryJob: ['not-found', 'not-now'],
  streamEvents: ['too-many-readings'],
};

/** Every problem that a route may answer with. */
export function problemsOf(name: RouteName, route: Route): ReadonlySet<ProblemCode> {
  const { access, subject, ifMatch, grantsAccess, takes, body, query, method } = route;
  const takesNone = body instanceof z.ZodUndefined && takes === undefined;
  return new Set<ProblemCode>([
    'bad-request',
    'misdirected',
    'too-slow',
    'unavailable',
    'internal',
    ...(access === 'public' ? [] : (['unauthenticated'] as const)),
    ...(access === 'public' || access === 'signedIn' ? [] : (['password-change-needed', 'forbidden'] as const)),
    ...(grantsAccess ? (['recent-password-needed', 'forbidden'] as const) : []),
    ...(subject === undefined ? [] : (['not-found'] as const)),
    ...(ifMatch ? (['precondition-needed', 'stale'] as const) : []),
    ...(method === 'GET'
      ? []
      : (['cross-site', 'unsupported-media-type', 'too-large', 'invalid', 'no-space'] as const)),
    ...(takesNone && !hasFields(query) ? [] : (['invalid'] as const)),
    ...(route.idempotent ? (['key-reused'] as const) : []),
    ...(particular[name] ?? []),
  ]);
}

const hasFields = (query: z.ZodType): boolean => !(query instanceof z.ZodObject) || Object.keys(query.shape).length > 0;
