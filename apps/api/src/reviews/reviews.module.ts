import { Module } from '@nestjs/common';
import { AnnotationsModule } from '../annotations';
import { EventsModule } from '../events';
import { TextsModule } from '../texts';
import { Checkability } from './checkability';
import { CoverageReader } from './coverage.reader';
import { QueueService } from './queue.service';
import { ReviewsController } from './reviews.controller';

@Module({
  imports: [AnnotationsModule, EventsModule, TextsModule],
  controllers: [ReviewsController],
  providers: [Checkability, CoverageReader, QueueService],
  exports: [Checkability, CoverageReader],
})
export class ReviewsModule {}
