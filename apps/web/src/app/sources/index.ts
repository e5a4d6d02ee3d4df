export { CitationView } from './citation-view';
export { IndependenceNote } from './independence-note';
export { NewSourceForm } from './new-source-form';
export { SourceField, type SourceChoice } from './source-field';
export type { EarlierCitation } from './source-options';
export { Sources } from './sources';
