import { Component, inject } from '@angular/core';
import { Connection } from './connection';
import { I18n } from './i18n';
import { messages } from './messages';

/** Says that the server cannot be reached, for as long as that is so. */
@Component({
  selector: 'app-connection-banner',
  template: `<div role="status">
    @if (connection.lost()) {
      <p>{{ t('connectionLost') }}</p>
    }
  </div>`,
  styles: `
    /* Over the page, which stays where it is. */
    div {
      position: fixed;
      z-index: 19;
      inset: auto 0 0;
    }
    p {
      padding: 8px var(--gutter);
      background: var(--ink);
      color: var(--paper);
      text-align: center;
      font-weight: 600;
    }
  `,
})
export class ConnectionBanner {
  protected readonly connection = inject(Connection);
  protected readonly t = inject(I18n).of(messages);
}
