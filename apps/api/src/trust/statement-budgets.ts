/**
 * How many statements a call may send to PostgreSQL until it is answered, from who-is-it to COMMIT. What opens a
 * transaction (BEGIN, role, newsroom) is one message and counts as one. Each has one or two to spare, since Prisma's
 * batching of look-ups depends on time. Lower them as the work gets less; the aims are draft 4, create 8, decide 10, lists 4.
 */
export const statementBudgets = {
  createAnnotation: 19,
  editAnnotation: 15,
  submitAnnotation: 17,
  approveAnnotation: 17,
  returnAnnotation: 17,
  getAnnotation: 6,
  keepDraft: 4,
  listDrafts: 5,
  listAnnotations: 6,
  getArticle: 9,
  listArticles: 6,
  listReviews: 9,
  listReviewMarks: 8,
  listSources: 5,
  listThreads: 6,
  createThread: 15,
  addComment: 17,
  createSource: 9,
  getSession: 5,
} as const;
