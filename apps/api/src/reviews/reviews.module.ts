import { Module } from '@nestjs/common';
import { AnnotationsModule } from '../annotations';
import { CoverageReader } from './coverage.reader';

@Module({ imports: [AnnotationsModule], providers: [CoverageReader], exports: [CoverageReader] })
export class ReviewsModule {}
