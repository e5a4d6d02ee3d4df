export { ThreadsModule } from './threads.module';
export { ThreadImporter } from './thread-importer';
export { ThreadPlaces } from './thread-places';
