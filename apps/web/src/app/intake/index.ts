export { AddressField } from './address-field';
export { importBody, nameOf, stopReading, type Origin } from './arrival';
export { DraftArticle, draftSubject, type ArticleDraft } from './draft';
export { detectFormat, type Format } from './format';
export { ImportNotes } from './import-notes';
export { IntakeEditor } from './intake-editor';
export { LeftOutNote } from './left-out-note';
