import { annotationsRoutes } from './annotations';
import { articlesRoutes } from './articles';
import { jobsRoutes } from './jobs';
import { assignmentsRoutes } from './assignments';
import { boardRoutes } from './board';
import { membersRoutes } from './members';
import { publicRoutes } from './public';
import { presenceRoutes } from './presence';
import { notificationsRoutes } from './notifications';
import { reportsRoutes } from './reports';
import { searchRoutes } from './search';
import { sessionRoutes } from './session';
import { sourcesRoutes } from './sources';
import { systemRoutes } from './system';
import { threadsRoutes } from './threads';
import { webhooksRoutes } from './webhooks';

/** The endpoints by what they are about. */
export const routeGroups = {
  session: sessionRoutes,
  members: membersRoutes,
  articles: articlesRoutes,
  annotations: annotationsRoutes,
  assignments: assignmentsRoutes,
  board: boardRoutes,
  presence: presenceRoutes,
  threads: threadsRoutes,
  sources: sourcesRoutes,
  search: searchRoutes,
  reports: reportsRoutes,
  public: publicRoutes,
  jobs: jobsRoutes,
  webhooks: webhooksRoutes,
  notifications: notificationsRoutes,
  system: systemRoutes,
} as const;

/** Every endpoint of Belegg. A route that is not here does not exist; a route here without a handler fails at start. */
export const routes = {
  ...sessionRoutes,
  ...membersRoutes,
  ...articlesRoutes,
  ...annotationsRoutes,
  ...assignmentsRoutes,
  ...boardRoutes,
  ...presenceRoutes,
  ...threadsRoutes,
  ...sourcesRoutes,
  ...searchRoutes,
  ...reportsRoutes,
  ...publicRoutes,
  ...jobsRoutes,
  ...webhooksRoutes,
  ...notificationsRoutes,
  ...systemRoutes,
} as const;

export type Routes = typeof routes;
export type RouteName = keyof Routes;
