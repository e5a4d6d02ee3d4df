export { AnnotationsModule } from './annotations.module';
export { AnnotationReader } from './reader';
export type { AnnotationFacts } from './facts';
export type { Scope } from './scope';
