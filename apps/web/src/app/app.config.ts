import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { type ApplicationConfig, inject, provideBrowserGlobalErrorListeners } from '@angular/core';
import {
  provideRouter,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
} from '@angular/router';
import { CHOSEN_KEYS } from '@belegg/ui';
import { rooms } from './app.routes';
import { apiInterceptor } from './shell/api.interceptor';
import { KeyChoices } from './shell/key-choices';
import { loadAnew } from './shell/load-anew';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withInterceptors([apiInterceptor])),
    {
      provide: CHOSEN_KEYS,
      useFactory: () => {
        const choices = inject(KeyChoices);
        return (keys: string) => choices.keyFor(keys);
      },
    },
    // Parameters of a route come to its component as inputs: `readonly id = input.required<string>()`.
    provideRouter(
      rooms,
      withComponentInputBinding(),
      withNavigationErrorHandler(loadAnew),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
  ],
};
