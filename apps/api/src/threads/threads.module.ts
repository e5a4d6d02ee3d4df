import { Module } from '@nestjs/common';
import { EventsModule } from '../events';
import { TextsModule } from '../texts';
import { ThreadImporter } from './thread-importer';
import { ThreadPlaces } from './thread-places';
import { ThreadsController } from './threads.controller';
import { ThreadsService } from './threads.service';

@Module({
  imports: [EventsModule, TextsModule],
  controllers: [ThreadsController],
  providers: [ThreadImporter, ThreadPlaces, ThreadsService],
  exports: [ThreadImporter, ThreadPlaces],
})
export class ThreadsModule {}
