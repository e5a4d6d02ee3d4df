/**
 * How many statements a call may send to PostgreSQL until it is answered, from who-is-it to COMMIT. What opens a
 * transaction (BEGIN, role, newsroom) is one message and counts as one. Those that read by Prisma have one to
 * spare, since its batching of look-ups depends on time, and those of talk, since the log's sequencer may come between.
 */
export const statementBudgets = {
  createAnnotation: 8,
  editAnnotation: 8,
  submitAnnotation: 9,
  approveAnnotation: 10,
  returnAnnotation: 10,
  getAnnotation: 7,
  listSimilarClaims: 10,
  keepDraft: 4,
  listDrafts: 5,
  listAnnotations: 8,
  getArticle: 9,
  listArticles: 5,
  listReviews: 11,
  countReviews: 6,
  listReviewMarks: 6,
  listSources: 4,
  search: 8,
  listThreads: 5,
  createThread: 12,
  addComment: 14,
  createSource: 11,
  listAssignments: 6,
  createAssignment: 14,
  getBoard: 4,
  bePresent: 4,
  getSession: 5,
} as const;
