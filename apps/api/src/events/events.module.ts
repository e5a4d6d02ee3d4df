import { Module } from '@nestjs/common';
import { EventChain } from './event.chain';
import { EventListener } from './event-listener';
import { EventReader } from './event.reader';
import { EventStreams } from './event-streams';
import { EventsController } from './events.controller';
import { EventLog } from './log';
import { Sequencer } from './sequencer';

@Module({
  controllers: [EventsController],
  providers: [EventChain, EventListener, EventLog, EventReader, EventStreams, Sequencer],
  exports: [EventChain, EventLog, EventReader, Sequencer],
})
export class EventsModule {}
