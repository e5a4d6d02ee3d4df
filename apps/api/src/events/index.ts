export { EventsModule } from './events.module';
export { EventChain } from './event.chain';
export { EventReader } from './event.reader';
export { EventLog, type NewEvent } from './log';
export { Sequencer } from './sequencer';
export { excerpt } from './excerpt';
export { readActionsAfter, readLastAction, type Action, type Undoing } from './actions';
