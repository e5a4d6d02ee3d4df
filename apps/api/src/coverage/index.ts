export { CoverageModule } from './coverage.module';
export { ArticleHeads } from './article-heads';
export { ArticleStanding, type Changed } from './article-standing';
export type { Standing } from './covering-index';
export { readArticleHeads, setSignedOff, type ArticleHeadRow } from './article-head.repository';
export { CoverageReader, type ArticleCoverage, type TextCoverage } from './coverage.reader';
export {
  insertConfirmations,
  insertMarks,
  markEtag,
  readMarkBefore,
  readMarks,
  readUnconfirmed,
  type MarkRow,
  type StoredMark,
  type TextKey,
} from './mark.repository';
