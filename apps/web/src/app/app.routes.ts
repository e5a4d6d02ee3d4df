import type { Routes } from '@angular/router';
import { Frame } from './shell/frame';
import { permitted, signedIn, signedOut } from './shell/session.guard';

declare const ngDevMode: unknown;

/** For builders alone. The compiler sets `ngDevMode` to false in a production build, which drops the page. */
const gallery: Routes =
  typeof ngDevMode !== 'undefined' && !ngDevMode
    ? []
    : [{ path: 'gallery', loadComponent: () => import('./gallery/gallery-page').then((m) => m.GalleryPage) }];

/** Every room of the page, loaded when it is entered. */
export const rooms: Routes = [
  ...gallery,
  {
    path: 'sign-in',
    canActivate: [signedOut],
    loadComponent: () => import('./sign-in/sign-in-page').then((m) => m.SignInPage),
  },
  {
    path: 'forgotten',
    loadComponent: () => import('./sign-in/forgotten-page').then((m) => m.ForgottenPage),
  },
  {
    path: 'new-password',
    loadComponent: () => import('./sign-in/linked-password-page').then((m) => m.LinkedPasswordPage),
  },
  { path: 'password', loadComponent: () => import('./sign-in/new-password-page').then((m) => m.NewPasswordPage) },
  {
    path: '',
    component: Frame,
    canActivate: [signedIn],
    runGuardsAndResolvers: 'always',
    children: [
      { path: '', pathMatch: 'full', loadComponent: () => import('./articles/start-page').then((m) => m.StartPage) },
      {
        path: 'articles/new',
        canMatch: [permitted('write')],
        loadComponent: () => import('./intake/new-article-page').then((m) => m.NewArticlePage),
      },
      {
        path: 'articles/:id/history',
        loadComponent: () => import('./history/history-page').then((m) => m.HistoryPage),
      },
      {
        path: 'articles/:id/revisions/:number',
        loadComponent: () => import('./history/revision-page').then((m) => m.RevisionPage),
      },
      { path: 'articles/:id/report', loadChildren: () => import('./reports/routes').then((m) => m.articleRoutes) },
      {
        path: 'articles/:id/revise',
        canMatch: [permitted('write')],
        loadComponent: () => import('./revise/revise-page').then((m) => m.RevisePage),
      },
      {
        path: 'articles/:id/places',
        canMatch: [permitted('write')],
        loadComponent: () => import('./revise/places-page').then((m) => m.PlacesPage),
      },
      { path: 'articles/:id', loadChildren: () => import('./annotate/routes').then((m) => m.routes) },
      { path: 'review', loadChildren: () => import('./review/routes').then((m) => m.routes) },
      { path: 'sources', loadChildren: () => import('./sources/routes').then((m) => m.routes) },
      { path: 'reports', loadChildren: () => import('./reports/routes').then((m) => m.routes) },
      {
        path: 'admin/members',
        canMatch: [permitted('manage')],
        loadComponent: () => import('./admin/members-page').then((m) => m.MembersPage),
      },
      {
        path: 'notifications',
        loadComponent: () => import('./notifications/notifications-page').then((m) => m.NotificationsPage),
      },
      {
        path: 'admin/jobs',
        canMatch: [permitted('manage')],
        loadComponent: () => import('./admin/jobs-page').then((m) => m.JobsPage),
      },
      {
        path: 'admin/webhooks',
        canMatch: [permitted('manage')],
        loadComponent: () => import('./admin/webhooks-page').then((m) => m.WebhooksPage),
      },
      {
        path: 'settings',
        canMatch: [permitted('manage')],
        loadComponent: () => import('./admin/settings-page').then((m) => m.SettingsPage),
      },
      { path: 'search', loadComponent: () => import('./search/search-page').then((m) => m.SearchPage) },
      { path: 'account', loadComponent: () => import('./account/account-page').then((m) => m.AccountPage) },
      { path: '**', loadComponent: () => import('./shell/not-found-page').then((m) => m.NotFoundPage) },
    ],
  },
];
