import type { Routes } from '@angular/router';

/** Under `/reports`. */
export const routes: Routes = [
  { path: ':id', loadComponent: () => import('./frozen-report-page').then((m) => m.FrozenReportPage) },
];

/** Under `/articles/:id/report`. */
export const articleRoutes: Routes = [
  { path: '', pathMatch: 'full', loadComponent: () => import('./draft-report-page').then((m) => m.DraftReportPage) },
];
