import { Module } from '@nestjs/common';
import { CoverageModule } from '../coverage';
import { EventsModule } from '../events';
import { SourcesModule } from '../sources';
import { TextsModule } from '../texts';
import { AnnotationLists } from './annotation-lists';
import { AnnotationsController } from './annotations.controller';
import { AnnotationsService } from './annotations.service';
import { CitedSourcesController } from './cited-sources.controller';
import { CitedSourcesService } from './cited-sources.service';
import { CreationsService } from './creations.service';
import { DecisionsController } from './decisions.controller';
import { DecisionsService } from './decisions.service';
import { DraftsController } from './drafts/drafts.controller';
import { DraftsService } from './drafts/drafts.service';
import { EditsService } from './edits.service';
import { AnnotationImporter } from './importer';
import { HeadRebuilder } from './head/head.rebuilder';
import { ImportsController } from './imports.controller';
import { ImportsService } from './imports.service';
import { LockedAnnotations } from './locked-annotations';
import { AnnotationReader } from './reader';
import { SimilarController } from './similar.controller';
import { SimilarService } from './similar.service';
import { SourceSettler } from './source.settler';
import { SourceUsesController } from './source-uses.controller';
import { SourceUsesService } from './source-uses.service';
import { StepWriter } from './step.writer';
import { AnnotationUndoer } from './undoer';
import { AnnotationWriter } from './writer';

@Module({
  imports: [CoverageModule, EventsModule, SourcesModule, TextsModule],
  controllers: [
    AnnotationsController,
    CitedSourcesController,
    DecisionsController,
    DraftsController,
    ImportsController,
    SimilarController,
    SourceUsesController,
  ],
  providers: [
    AnnotationImporter,
    AnnotationLists,
    AnnotationReader,
    AnnotationUndoer,
    AnnotationWriter,
    HeadRebuilder,
    ImportsService,
    LockedAnnotations,
    StepWriter,
    AnnotationsService,
    CreationsService,
    EditsService,
    CitedSourcesService,
    SourceSettler,
    DecisionsService,
    DraftsService,
    SimilarService,
    SourceUsesService,
  ],
  exports: [AnnotationImporter, AnnotationReader, AnnotationUndoer, HeadRebuilder],
})
export class AnnotationsModule {}
