/**
 * How many statements a call may send to PostgreSQL until it is answered, from who-is-it to COMMIT. What opens a
 * transaction (BEGIN, role, newsroom) is one message and counts as one. Each has one or two to spare, since Prisma's
 * batching of look-ups depends on time. Lower them as the work gets less; the aims are draft 4, create 8, decide 10, lists 4.
 */
export const statementBudgets = {
  createAnnotation: 26,
  editAnnotation: 42,
  submitAnnotation: 31,
  approveAnnotation: 32,
  returnAnnotation: 32,
  getAnnotation: 17,
  keepDraft: 5,
  listDrafts: 6,
  listAnnotations: 15,
  getArticle: 16,
  listArticles: 13,
  listReviews: 28,
  listSources: 7,
  listThreads: 8,
  createThread: 18,
  addComment: 19,
  createSource: 11,
  getSession: 7,
} as const;
