export { JobsModule } from './jobs.module';
export { NewsroomCheck } from './newsroom-check';
