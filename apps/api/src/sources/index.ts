export { SourcesModule } from './sources.module';
export { SourcesService } from './sources.service';
export { holdSources } from './source.repository';
