export { SourcesModule } from './sources.module';
export { SourcesService } from './sources.service';
export { lockArticles, readCitingArticles } from './citing.repository';
export { holdCurrent } from './hold';
export { keysOf } from './likeness';
export { CitedSources, readCitedSources, readLineage, type CitedSourceRow } from './revision.repository';
export { holdSources } from './source.repository';
export { assertNamed } from './named';
export { protectionCount } from './protection.repository';
