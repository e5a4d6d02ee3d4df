import { Module, type OnModuleInit } from '@nestjs/common';
import { AnnotationsModule } from '../annotations';
import { EventsModule } from '../events';
import { EvidenceModule } from '../evidence';
import { JobWorker } from '../platform/jobs';
import { ReportsModule } from '../reports';
import { JobsController } from './jobs.controller';
import { JobsService } from './jobs.service';
import { NewsroomCheck } from './newsroom-check';

@Module({
  imports: [AnnotationsModule, EventsModule, EvidenceModule, ReportsModule],
  controllers: [JobsController],
  providers: [JobsService, NewsroomCheck],
})
export class JobsModule implements OnModuleInit {
  constructor(
    private readonly worker: JobWorker,
    private readonly check: NewsroomCheck,
  ) {}

  onModuleInit(): void {
    this.check.serve(this.worker);
  }
}
