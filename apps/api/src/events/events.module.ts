import { Module } from '@nestjs/common';
import { Bells } from './bells';
import { EventReader } from './event.reader';
import { EventStreams } from './event-streams';
import { EventsController } from './events.controller';
import { EventLog } from './log';

@Module({
  controllers: [EventsController],
  providers: [Bells, EventLog, EventReader, EventStreams],
  exports: [EventLog, EventReader],
})
export class EventsModule {}
