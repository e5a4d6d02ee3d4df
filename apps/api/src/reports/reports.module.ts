import { Module } from '@nestjs/common';
import { AnnotationsModule } from '../annotations';
import { CoverageModule } from '../coverage';
import { EventsModule } from '../events';
import { IntakeModule } from '../intake';
import { ReviewsModule } from '../reviews';
import { TextsModule } from '../texts';
import { ReportAssembler } from './assembler';
import { PublicationsController } from './publications.controller';
import { PublicationsService } from './publications.service';
import { PublishedPages } from './published-pages';
import { PdfPrinter } from './render/pdf/pdf-printer';
import { ReportChecker } from './report.checker';
import { ReportsController } from './reports.controller';
import { ReportsService } from './reports.service';
import { SignOffGate } from './sign-off.gate';
import { SignOffService } from './sign-off.service';
import { TextCheckController } from './text-check.controller';
import { TextCheckService } from './text-check.service';

@Module({
  imports: [AnnotationsModule, CoverageModule, EventsModule, IntakeModule, ReviewsModule, TextsModule],
  controllers: [PublicationsController, ReportsController, TextCheckController],
  providers: [
    PdfPrinter,
    PublicationsService,
    PublishedPages,
    ReportAssembler,
    ReportChecker,
    ReportsService,
    SignOffGate,
    SignOffService,
    TextCheckService,
  ],
  exports: [PublishedPages, ReportChecker],
})
export class ReportsModule {}
