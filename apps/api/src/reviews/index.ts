export { ReviewsModule } from './reviews.module';
export { Checkability } from './checkability';
