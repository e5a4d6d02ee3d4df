import type { Routes } from '@angular/router';

/** Under `/articles/:id`. */
export const routes: Routes = [
  { path: '', pathMatch: 'full', loadComponent: () => import('./annotate-page').then((m) => m.AnnotatePage) },
];
