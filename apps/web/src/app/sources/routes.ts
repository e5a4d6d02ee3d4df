import type { Routes } from '@angular/router';

export const routes: Routes = [
  { path: '', pathMatch: 'full', loadComponent: () => import('./sources-page').then((m) => m.SourcesPage) },
  { path: ':id', loadComponent: () => import('./source-page').then((m) => m.SourcePage) },
];
