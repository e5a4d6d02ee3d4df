export { CoverageModule } from './coverage.module';
export { ArticleHeads } from './article-heads';
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
