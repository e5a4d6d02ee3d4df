import { Module } from '@nestjs/common';
import { EventsModule } from '../events';
import { ProtectionController } from './protection.controller';
import { ProtectionService } from './protection.service';
import { SourceWriter } from './source.writer';
import { SourcesController } from './sources.controller';
import { SourcesService } from './sources.service';

@Module({
  imports: [EventsModule],
  controllers: [ProtectionController, SourcesController],
  providers: [ProtectionService, SourcesService, SourceWriter],
  exports: [SourcesService],
})
export class SourcesModule {}
