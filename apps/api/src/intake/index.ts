export { readWebAnnotations } from './formats/web-annotation';
export { readFile } from './formats/file';
export type { Draft, DraftCitation, FoundDrafts, FoundText, NamedSource } from './found';
export { complete, takeIn, understand, type Intake, type RawContent } from './intake';
