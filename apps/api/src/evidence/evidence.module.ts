import { Module } from '@nestjs/common';
import { EventsModule } from '../events';
import { CONFIG, type Config } from '../platform/config';
import { DiskStore } from './disk-store';
import { EvidenceChecker } from './evidence.checker';
import { EVIDENCE_STORE, type EvidenceStore } from './evidence-store';
import { EvidenceController } from './evidence.controller';
import { EvidenceRepository } from './evidence.repository';
import { EvidenceService } from './evidence.service';

/** On disk, or in a bucket where the settings name one; what speaks to buckets is loaded for those alone. */
const store = {
  provide: EVIDENCE_STORE,
  inject: [CONFIG],
  useFactory: async (config: Config): Promise<EvidenceStore> =>
    config.evidence ? new (await import('./s3-store')).S3Store(config.evidence) : new DiskStore(config),
};

@Module({
  imports: [EventsModule],
  controllers: [EvidenceController],
  providers: [EvidenceChecker, EvidenceRepository, EvidenceService, store],
  exports: [EvidenceChecker, EvidenceService, EVIDENCE_STORE],
})
export class EvidenceModule {}
