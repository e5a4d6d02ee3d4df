export { AnnotationsModule } from './annotations.module';
export { AnnotationImporter, type Imported } from './importer';
export { AnnotationReader } from './reader';
export { AnnotationUndoer } from './undoer';
export { HeadRebuilder } from './head/head.rebuilder';
export type { AnnotationHead } from './head/annotation-head';
export { queueKey } from './head/head.repository';
export type { Scope } from './head/scope';
export { insertAnchors, readOwnPlaces, type NewAnchor, type OwnPlace } from './anchors';
