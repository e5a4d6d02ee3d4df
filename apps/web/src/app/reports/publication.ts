import { DOCUMENT, Component, computed, inject, input, output, signal } from '@angular/core';
import { routes, type ReportSummary } from '@belegg/contract';
import { Api } from '../shell/api';
import { Dialogs } from '../shell/dialogs';
import { I18n } from '../shell/i18n';
import { ProblemView } from '../shell/problem-view';
import { Session } from '../shell/session';
import { Toasts } from '../shell/toasts';
import { messages } from './messages';

/** Whether a report can be read by anybody who has its address. */
@Component({
  selector: 'app-publication',
  imports: [ProblemView],
  template: `
    <h2>{{ t('publication') }}</h2>
    @if (address(); as address) {
      <p class="small muted">{{ t('published') }}</p>
      <p class="small">
        <a [href]="address" target="_blank" rel="noopener">{{ address }}</a>
      </p>
      <div class="row">
        <button type="button" class="btn" (click)="copy(address)">{{ t('copy') }}</button>
        @if (session.can('review')) {
          <button type="button" class="btn quiet" (click)="unpublish()">{{ t('unpublish') }}</button>
        }
      </div>
    } @else {
      <p class="small muted">{{ t('notPublished') }}</p>
      @if (session.can('review')) {
        <button type="button" class="btn" (click)="publish()">{{ t('publish') }}</button>
      }
    }
    <app-problem [error]="failure()" />
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
      justify-items: start;
    }
    p {
      overflow-wrap: anywhere;
    }
  `,
})
export class Publication {
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly view = inject(DOCUMENT).defaultView;
  protected readonly session = inject(Session);
  protected readonly t = inject(I18n).of(messages);
  readonly report = input.required<ReportSummary>();
  readonly changed = output();
  protected readonly failure = signal<unknown>(undefined);

  protected readonly address = computed(() => {
    const { publicPath } = this.report();
    return publicPath && `${this.view?.location.origin ?? ''}${publicPath}`;
  });

  protected publish(): Promise<void> {
    return this.change('publish', () => this.api.call(routes.publishReport, { params: { id: this.report().id } }));
  }

  protected unpublish(): Promise<void> {
    return this.change('unpublish', () => this.api.call(routes.unpublishReport, { params: { id: this.report().id } }));
  }

  /** Without a secure connection the browser does not let a page write to the clipboard; then the address is there to be selected. */
  protected async copy(address: string): Promise<void> {
    try {
      if (!this.view?.isSecureContext) throw new Error('no clipboard');
      await this.view.navigator.clipboard.writeText(address);
      this.toasts.say(this.t('copied'));
    } catch {
      this.toasts.say(this.t('copyByHand'));
    }
  }

  private async change(act: 'publish' | 'unpublish', call: () => Promise<unknown>): Promise<void> {
    this.failure.set(undefined);
    if (!(await this.dialogs.open<boolean>(() => import('./publish-dialog').then((m) => m.PublishDialog), act))) return;
    try {
      await call();
      this.toasts.say(this.t(act === 'publish' ? 'isPublished' : 'isUnpublished'));
      this.changed.emit();
    } catch (error) {
      this.failure.set(error);
    }
  }
}
