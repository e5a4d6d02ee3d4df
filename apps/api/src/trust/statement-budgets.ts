/**
 * How many statements a call may send to PostgreSQL until it is answered, from who-is-it to COMMIT. What opens a
 * transaction (BEGIN, role, newsroom) is one message and counts as one. Each has one or two to spare, since Prisma's
 * batching of look-ups depends on time. Lower them as the work gets less; the aims are draft 4, create 8, decide 10, lists 4.
 */
export const statementBudgets = {
  createAnnotation: 20,
  editAnnotation: 16,
  submitAnnotation: 18,
  approveAnnotation: 18,
  returnAnnotation: 18,
  getAnnotation: 7,
  listSimilarClaims: 10,
  keepDraft: 4,
  listDrafts: 5,
  listAnnotations: 7,
  getArticle: 9,
  listArticles: 6,
  listReviews: 10,
  listReviewMarks: 8,
  listSources: 5,
  search: 8,
  listThreads: 6,
  createThread: 15,
  addComment: 17,
  createSource: 13,
  getSession: 5,
} as const;
