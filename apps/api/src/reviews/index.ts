export { ReviewsModule } from './reviews.module';
export { Checkability } from './checkability';
export { CoverageReader, type ArticleCoverage, type TextCoverage } from './coverage.reader';
export { readMarks, type MarkRow } from './mark.repository';
