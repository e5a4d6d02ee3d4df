export { SourcesModule } from './sources.module';
export { SourcesService } from './sources.service';
export { holdSources, isCitedNow } from './source.repository';
