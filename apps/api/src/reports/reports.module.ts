import { Module } from '@nestjs/common';
import { AnnotationsModule } from '../annotations';
import { EventsModule } from '../events';
import { ReviewsModule } from '../reviews';
import { TextsModule } from '../texts';
import { ReportAssembler } from './assembler';
import { Press } from './render/pdf/press';
import { ReportsController } from './reports.controller';
import { ReportsService } from './reports.service';

@Module({
  imports: [AnnotationsModule, EventsModule, ReviewsModule, TextsModule],
  controllers: [ReportsController],
  providers: [Press, ReportAssembler, ReportsService],
})
export class ReportsModule {}
