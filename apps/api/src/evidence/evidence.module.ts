import { Module } from '@nestjs/common';
import { EventsModule } from '../events';
import { DiskStore } from './disk-store';
import { EvidenceChecker } from './evidence.checker';
import { EVIDENCE_STORE } from './evidence-store';
import { EvidenceController } from './evidence.controller';
import { EvidenceRepository } from './evidence.repository';
import { EvidenceService } from './evidence.service';

@Module({
  imports: [EventsModule],
  controllers: [EvidenceController],
  providers: [EvidenceChecker, EvidenceRepository, EvidenceService, { provide: EVIDENCE_STORE, useClass: DiskStore }],
  exports: [EvidenceChecker, EvidenceService, EVIDENCE_STORE],
})
export class EvidenceModule {}
