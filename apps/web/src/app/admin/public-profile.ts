import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { routes, type ChangeProfile } from '@belegg/contract';
import { Control, Field } from '@belegg/ui';
import { Api, resourceOf } from '../shell/api';
import { I18n } from '../shell/i18n';
import { ProblemView } from '../shell/problem-view';
import { Toasts } from '../shell/toasts';
import { messages } from './profile-messages';

/** What the public is told of the newsroom. */
@Component({
  selector: 'app-public-profile',
  imports: [Control, Field, ProblemView],
  templateUrl: './public-profile.html',
  styleUrl: './settings-page.css',
})
export class PublicProfile {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly t = inject(I18n).of(messages);
  protected readonly profile = resourceOf(routes.getProfile, () => ({}));
  protected readonly failure = signal<unknown>(undefined);
  protected readonly isSaving = signal(false);

  protected readonly stored = computed(() => (this.profile.hasValue() ? this.profile.value() : undefined));
  /** What is written, which need not be saved yet. */
  protected readonly written = linkedSignal<ChangeProfile | undefined>(() => {
    const stored = this.stored();
    if (!stored) return undefined;
    const { homepage, logo, correctionsPolicy } = stored;
    return { homepage, logo, correctionsPolicy };
  });
  protected readonly wrong = computed(() => {
    const isAddress = (text = '') => text === '' || /^https?:$/.test(URL.parse(text)?.protocol ?? '');
    return { homepage: !isAddress(this.written()?.homepage), logo: !isAddress(this.written()?.logo) };
  });
  protected readonly isChanged = computed(() => {
    const [stored, written] = [this.stored(), this.written()];
    return (['homepage', 'logo', 'correctionsPolicy'] as const).some((field) => stored?.[field] !== written?.[field]);
  });
  protected readonly canSave = computed(
    () => this.isChanged() && !this.wrong().homepage && !this.wrong().logo && !this.isSaving(),
  );

  protected write(change: Partial<ChangeProfile>): void {
    this.written.update((before) => before && { ...before, ...change });
  }

  protected async save(): Promise<void> {
    const [stored, body] = [this.stored(), this.written()];
    if (!stored || !body || !this.canSave()) return;
    this.isSaving.set(true);
    this.failure.set(undefined);
    try {
      this.profile.set(await this.api.call(routes.changeProfile, { body, ifMatch: stored.etag }));
      this.toasts.say(this.t('saved'));
    } catch (error) {
      this.failure.set(error);
      this.profile.reload();
    } finally {
      this.isSaving.set(false);
    }
  }
}
