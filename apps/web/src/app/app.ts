import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { ConnectionBanner } from './shell/connection-banner';
import { ThemeChoice } from './shell/theme';
import { ToastList } from './shell/toast-list';

/** The whole page: the room of the moment, and what can be said over any room. */
@Component({
  selector: 'app-root',
  imports: [RouterOutlet, ConnectionBanner, ToastList],
  template: `<app-connection-banner /><router-outlet /><app-toasts />`,
})
export class App {
  protected readonly theme = inject(ThemeChoice).theme;
}
