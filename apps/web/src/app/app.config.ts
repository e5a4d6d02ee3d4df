import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { type ApplicationConfig, provideBrowserGlobalErrorListeners } from '@angular/core';
import {
  provideRouter,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
} from '@angular/router';
import { rooms } from './app.routes';
import { apiInterceptor } from './shell/api.interceptor';
import { loadAnew } from './shell/load-anew';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withInterceptors([apiInterceptor])),
    // Parameters of a route come to its component as inputs: `readonly id = input.required<string>()`.
    provideRouter(
      rooms,
      withComponentInputBinding(),
      withNavigationErrorHandler(loadAnew),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
  ],
};
