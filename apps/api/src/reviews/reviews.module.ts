import { Module } from '@nestjs/common';
import { AnnotationsModule } from '../annotations';
import { CoverageModule } from '../coverage';
import { EventsModule } from '../events';
import { TextsModule } from '../texts';
import { Checkability } from './checkability';
import { CountsService } from './counts.service';
import { QueueService } from './queue.service';
import { ReviewsController } from './reviews.controller';
import { WaitingMarksService } from './waiting-marks.service';

@Module({
  imports: [AnnotationsModule, CoverageModule, EventsModule, TextsModule],
  controllers: [ReviewsController],
  providers: [Checkability, CountsService, QueueService, WaitingMarksService],
  exports: [Checkability],
})
export class ReviewsModule {}
