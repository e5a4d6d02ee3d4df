import { Module } from '@nestjs/common';
import { EventLog } from './log';

@Module({ providers: [EventLog], exports: [EventLog] })
export class EventsModule {}
