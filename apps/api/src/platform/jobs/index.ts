export { JobQueue, mostRetries, type NewJob } from './job-queue';
export { JobWorker, type RunningJob } from './job-worker';
