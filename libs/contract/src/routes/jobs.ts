import * as jobs from '../job';
import { route } from '../route';
import { byId } from './params';

const onJob = { access: 'manage', params: byId, answer: jobs.job } as const;

/** What is done beside the calls, in this newsroom. */
export const jobsRoutes = {
  listJobs: route({
    method: 'GET',
    path: '/api/jobs',
    summary: 'The jobs of the newsroom, the newest first; those that are done go after a week',
    access: 'manage',
    query: jobs.jobQuery,
    answer: jobs.jobList,
  }),
  askForJob: route({
    method: 'POST',
    path: '/api/jobs',
    summary: 'Ask for a job; the answer comes before it is done, and the job tells how far it is',
    access: 'manage',
    body: jobs.newJobBody,
    answer: jobs.job,
    status: 202,
  }),
  getJob: route({ ...onJob, method: 'GET', path: '/api/jobs/{id}', summary: 'How far a job is, or what came of it' }),
  cancelJob: route({
    ...onJob,
    method: 'POST',
    path: '/api/jobs/{id}/cancel',
    summary: 'Cancel a job that waits or runs; it stops at its next step',
  }),
  retryJob: route({
    ...onJob,
    method: 'POST',
    path: '/api/jobs/{id}/retry',
    summary: 'Do a job again that failed or was cancelled',
  }),
} as const;
