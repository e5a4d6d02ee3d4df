import { Module } from '@nestjs/common';
import { AnnotationsModule } from '../annotations';
import { AssignmentsModule } from '../assignments';
import { CoverageModule } from '../coverage';
import { EventsModule } from '../events';
import { IntakeModule } from '../intake';
import { ReviewsModule } from '../reviews';
import { TextsModule } from '../texts';
import { ThreadsModule } from '../threads';
import { ArticlesController } from './articles.controller';
import { ArticlesService } from './articles.service';
import { ImportsController } from './imports.controller';
import { ImportsService } from './imports.service';
import { Companions } from './companions';
import { Followers } from './followers';
import { ArticleReader } from './reader';
import { Reviser } from './reviser';
import { RevisionsController } from './revisions.controller';
import { RevisionsService } from './revisions.service';
import { Segmenter } from './segmenter';
import { SentenceUndoer } from './sentence-undoer';
import { SentencesController } from './sentences.controller';
import { SentencesService } from './sentences.service';
import { TimelineService } from './timeline.service';
import { UndoController } from './undo.controller';
import { UndoService } from './undo.service';
import { Undoers } from './undoers';
import { UploadReader } from './upload';
import { ArticleWriter } from './writer';

@Module({
  imports: [
    AnnotationsModule,
    AssignmentsModule,
    CoverageModule,
    EventsModule,
    IntakeModule,
    ReviewsModule,
    TextsModule,
    ThreadsModule,
  ],
  controllers: [ImportsController, ArticlesController, RevisionsController, SentencesController, UndoController],
  providers: [
    ArticleReader,
    ArticleWriter,
    ArticlesService,
    Companions,
    Followers,
    ImportsService,
    Reviser,
    RevisionsService,
    Segmenter,
    SentenceUndoer,
    SentencesService,
    TimelineService,
    UndoService,
    Undoers,
    UploadReader,
  ],
})
export class ArticlesModule {}
