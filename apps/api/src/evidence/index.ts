export { EvidenceModule } from './evidence.module';
export { EvidenceService, type IncomingFile } from './evidence.service';
