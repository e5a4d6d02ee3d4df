export { ThreadsModule } from './threads.module';
export { ThreadImporter, type TalkPlan } from './thread-importer';
export { ThreadPlaces } from './thread-places';
export { readTalk } from './thread.view';
