import { Module } from '@nestjs/common';
import { EventsModule } from '../events';
import { TextsModule } from '../texts';
import { AnnotationsController } from './annotations.controller';
import { AnnotationsService } from './annotations.service';
import { DecisionsController } from './decisions.controller';
import { DecisionsService } from './decisions.service';
import { LockedAnnotations } from './locked-annotations';
import { AnnotationReader } from './reader';
import { SourceUsesController } from './source-uses.controller';
import { SourceUsesService } from './source-uses.service';
import { StepWriter } from './step.writer';
import { AnnotationUndoer } from './undoer';
import { AnnotationWriter } from './writer';

@Module({
  imports: [EventsModule, TextsModule],
  controllers: [AnnotationsController, DecisionsController, SourceUsesController],
  providers: [AnnotationReader, AnnotationUndoer, AnnotationWriter, LockedAnnotations, StepWriter, AnnotationsService, DecisionsService, SourceUsesService],
  exports: [AnnotationReader, AnnotationUndoer],
})
export class AnnotationsModule {}
