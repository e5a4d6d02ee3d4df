export { ReviewsModule } from './reviews.module';
export { CoverageReader, type ArticleCoverage, type TextCoverage } from './coverage.reader';
