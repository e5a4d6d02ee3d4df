import { Module } from '@nestjs/common';
import { AnnotationReader } from './reader';

@Module({ providers: [AnnotationReader], exports: [AnnotationReader] })
export class AnnotationsModule {}
