export { EventsModule } from './events.module';
export { EventLog, type NewEvent } from './log';
export { excerpt } from './excerpt';
