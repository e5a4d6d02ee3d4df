export { AnnotationsModule } from './annotations.module';
export { AnnotationImporter } from './importer';
export { AnnotationReader } from './reader';
export { AnnotationUndoer } from './undoer';
export type { AnnotationFacts } from './facts';
export type { Scope } from './scope';
export { insertAnchors, readOwnPlaces, type NewAnchor, type OwnPlace } from './anchors';
