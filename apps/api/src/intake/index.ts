export { ownReference, ownVerdict } from './formats/own-comments';
export { readWebAnnotations } from './formats/web-annotation';
export type { Draft, DraftCitation, FoundDrafts, FoundText, FoundComment, FoundThread, NamedSource } from './found';
export type { Intake, RawContent } from './intake';
export { IntakeModule } from './intake.module';
export { Readers } from './reading/readers';
export type { Reading, ReadingTask } from './reading/task';
export { understand } from './understand';
