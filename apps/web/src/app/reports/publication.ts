import { DOCUMENT, Component, computed, inject, input, output, signal } from '@angular/core';
import { routes, type ReportSummary } from '@belegg/contract';
import { Api } from '../shell/api';
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
      <p class="small">{{ t('published') }} <a [href]="address" target="_blank" rel="noopener">{{ address }}</a></p>
      <div class="row">
        <button type="button" class="btn" (click)="copy(address)">{{ t('copy') }}</button>
        @if (session.can('review')) { <button type="button" class="btn quiet" (click)="unpublish()">{{ t('unpublish') }}</button> }
      </div>
    } @else {
      <p class="small muted">{{ t('notPublished') }}</p>
      @if (session.can('review')) { <button type="button" class="btn" (click)="publish()">{{ t('publish') }}</button> }
    }
    <app-problem [error]="failure()" />
  `,
  styles: `:host { display: grid; gap: 8px; justify-items: start; } p { overflow-wrap: anywhere; }`,
})
export class Publication {
  private readonly api = inject(Api);
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
    return this.change(() => this.api.call(routes.publishReport, { params: { id: this.report().id } }));
  }

  protected unpublish(): Promise<void> {
    return this.change(() => this.api.call(routes.unpublishReport, { params: { id: this.report().id } }));
  }

  protected async copy(address: string): Promise<void> {
    await this.view?.navigator.clipboard.writeText(address);
    this.toasts.say(this.t('copied'));
  }

  private async change(call: () => Promise<unknown>): Promise<void> {
    this.failure.set(undefined);
    try {
      await call();
      this.changed.emit();
    } catch (error) {
      this.failure.set(error);
    }
  }
}
