import { Component, computed, inject, input, output, signal } from '@angular/core';
import { readAll, routes, type Member, type SourceView } from '@belegg/contract';
import { Api, resourceOf } from '../shell/api';
import { I18n } from '../shell/i18n';
import { ProblemView } from '../shell/problem-view';
import { Session } from '../shell/session';
import { Toasts } from '../shell/toasts';
import { messages } from './protection-messages';

/** Who sees a protected source, and how its protection ends, in plain words. */
@Component({
  selector: 'app-source-protection',
  imports: [ProblemView],
  templateUrl: './source-protection.html',
  styles: `
    fieldset {
      border: 0;
      margin: 8px 0;
      padding: 0;
      display: grid;
      gap: 4px;
    }
    .buttons {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin: 8px 0;
    }
    h3 {
      margin: 20px 0 4px;
      font-size: 16px;
    }
    p {
      max-width: 68ch;
    }
  `,
})
export class SourceProtection {
  private readonly api = inject(Api);
  private readonly i18n = inject(I18n);
  private readonly toasts = inject(Toasts);
  protected readonly session = inject(Session);
  protected readonly t = this.i18n.of(messages);
  readonly source = input.required<SourceView>();
  /** The source as it is, once its protection has ended. */
  readonly opened = output<SourceView>();

  protected readonly read = resourceOf(routes.sourceProtection, () => ({ params: { id: this.source().id } }));
  protected readonly failure = signal<unknown>(undefined);
  protected readonly members = signal<readonly Member[]>([]);
  protected readonly chosen = signal<ReadonlySet<string> | undefined>(undefined);
  protected readonly proposes = signal(false);
  protected readonly names = computed(() =>
    this.i18n.list(this.read.hasValue() ? this.read.value().readers.map(({ name }) => name) : []),
  );
  protected readonly isMine = computed(
    () => this.read.hasValue() && this.read.value().removal?.by.id === this.session.current()?.account.id,
  );

  protected async choose(): Promise<void> {
    await this.attempt(async () => {
      const members = await readAll(this.api, routes.listMembers, { query: {} });
      this.members.set(members.filter(({ disabled }) => !disabled));
      this.chosen.set(new Set(this.read.value()?.readers.map(({ id }) => id)));
    });
  }

  protected toggle(id: string): void {
    const chosen = new Set(this.chosen());
    if (!chosen.delete(id)) chosen.add(id);
    this.chosen.set(chosen);
  }

  protected name(): Promise<void> {
    return this.attempt(async () => {
      const body = { accountIds: [...(this.chosen() ?? [])] };
      this.read.set(await this.api.call(routes.nameSourceReaders, { ...this.asked(), body }));
      this.chosen.set(undefined);
      this.toasts.say(this.t('saved'));
    });
  }

  protected propose(reason: string): Promise<void> {
    return this.attempt(async () => {
      this.read.set(await this.api.call(routes.proposeRemoval, { ...this.asked(), body: { reason } }));
      this.proposes.set(false);
    });
  }

  protected withdraw(): Promise<void> {
    return this.attempt(async () => {
      this.read.set(await this.api.call(routes.withdrawRemoval, this.asked()));
    });
  }

  protected confirm(): Promise<void> {
    return this.attempt(async () => {
      this.opened.emit(await this.api.call(routes.confirmRemoval, this.asked()));
      this.toasts.say(this.t('ended'));
    });
  }

  private asked() {
    return { params: { id: this.source().id }, ifMatch: this.read.value()?.etag ?? '' };
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.failure.set(undefined);
    try {
      await work();
    } catch (error) {
      this.failure.set(error);
      this.read.reload();
    }
  }
}
