import { DOCUMENT, Component, computed, inject, input, output, signal } from '@angular/core';
import { routes, type Publish, type ReportSummary } from '@belegg/contract';
import { Api } from '../shell/api';
import { Dialogs } from '../shell/dialogs';
import { I18n } from '../shell/i18n';
import { ProblemView } from '../shell/problem-view';
import { Session } from '../shell/session';
import { Toasts } from '../shell/toasts';
import { messages } from './messages';
import type { PublishQuestion } from './publish-dialog';

/** Whether a report can be read by anybody who has its address. */
@Component({
  selector: 'app-publication',
  imports: [ProblemView],
  templateUrl: './publication.html',
  styles: `
    :host {
      display: grid;
      gap: 8px;
      justify-items: start;
    }
    p {
      overflow-wrap: anywhere;
    }
    details {
      max-width: 100%;
    }
    pre {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
      margin: 0 0 8px;
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

  /** What the newsroom puts on the article's own page. */
  protected readonly embed = computed(() => {
    const server = this.view?.location.origin ?? '';
    return `<script async src="${server}/embed.js" data-report="${this.address() ?? ''}"></script>`;
  });

  /** Publishes it, or says anew how where it is out already. */
  protected publish(): Promise<void> {
    const { id, listed = false, articleUrl = '', publicPath } = this.report();
    const question: PublishQuestion = { act: 'publish', listed, articleUrl, isOut: publicPath !== undefined };
    return this.ask(question, (answer) =>
      this.api.call(routes.publishReport, { params: { id }, body: answer === true ? {} : answer }),
    );
  }

  protected unpublish(): Promise<void> {
    const { id } = this.report();
    return this.ask({ act: 'unpublish' }, () => this.api.call(routes.unpublishReport, { params: { id } }));
  }

  /**
   * Without a secure connection the browser does not let a page write to the clipboard; then the text is there to be
   * selected.
   */
  protected async copy(text: string, said: 'copied' | 'embedCopied'): Promise<void> {
    try {
      if (!this.view?.isSecureContext) throw new Error('no clipboard');
      await this.view.navigator.clipboard.writeText(text);
      this.toasts.say(this.t(said));
    } catch {
      this.toasts.say(this.t('copyByHand'));
    }
  }

  private async ask(question: PublishQuestion, call: (answer: Publish | true) => Promise<unknown>): Promise<void> {
    this.failure.set(undefined);
    const dialog = () => import('./publish-dialog').then((m) => m.PublishDialog);
    const answer = await this.dialogs.open<Publish | true>(dialog, question);
    if (!answer) return;
    try {
      await call(answer);
      this.toasts.say(this.t(question.act === 'publish' ? 'isPublished' : 'isUnpublished'));
      this.changed.emit();
    } catch (error) {
      this.failure.set(error);
    }
  }
}
