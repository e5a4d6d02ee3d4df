export { SourcesModule } from './sources.module';
export { holdSources, isCitedNow } from './source.repository';
