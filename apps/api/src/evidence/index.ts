export { cleanFileName, disposition } from './file-name';
export { EVIDENCE_STORE, type EvidenceStore } from './evidence-store';
export { EvidenceChecker } from './evidence.checker';
export { EvidenceModule } from './evidence.module';
export { EvidenceService, type IncomingFile } from './evidence.service';
