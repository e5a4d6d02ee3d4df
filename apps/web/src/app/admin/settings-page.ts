import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { routes, type ChangeSettings } from '@belegg/contract';
import { sourceRules } from '@belegg/domain';
import { Control, Field } from '@belegg/ui';
import { Api, resourceOf } from '../shell/api';
import { I18n } from '../shell/i18n';
import { pageTitle } from '../shell/page-title';
import { ProblemView } from '../shell/problem-view';
import { Toasts } from '../shell/toasts';
import { PublicProfile } from './public-profile';
import { messages } from './settings-messages';

/** What administrators decide for the newsroom, each with what it changes. */
@Component({
  selector: 'app-settings-page',
  imports: [Control, Field, ProblemView, PublicProfile, RouterLink],
  templateUrl: './settings-page.html',
  styleUrl: './settings-page.css',
})
export class SettingsPage {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly t = inject(I18n).of(messages);
  protected readonly rules = sourceRules;
  protected readonly settings = resourceOf(routes.getSettings, () => ({}));
  protected readonly failure = signal<unknown>(undefined);
  protected readonly isSaving = signal(false);

  private readonly stored = computed(() => (this.settings.hasValue() ? this.settings.value() : undefined));
  /** What is chosen, which need not be saved yet. */
  protected readonly chosen = linkedSignal<ChangeSettings | undefined>(() => {
    const stored = this.stored();
    return stored && { sourceRule: stored.sourceRule, longestPassage: stored.longestPassage };
  });
  protected readonly isValid = computed(() => {
    const length = this.chosen()?.longestPassage ?? 0;
    return Number.isInteger(length) && length >= 1 && length <= 100;
  });
  protected readonly isChanged = computed(() => {
    const [stored, chosen] = [this.stored(), this.chosen()];
    return stored?.sourceRule !== chosen?.sourceRule || stored?.longestPassage !== chosen?.longestPassage;
  });

  constructor() {
    pageTitle(() => this.t('title'));
  }

  protected choose(change: Partial<ChangeSettings>): void {
    this.chosen.update((before) => before && { ...before, ...change });
  }

  protected async save(): Promise<void> {
    const [stored, body] = [this.stored(), this.chosen()];
    if (!stored || !body || !this.isValid() || !this.isChanged() || this.isSaving()) return;
    this.isSaving.set(true);
    this.failure.set(undefined);
    try {
      this.settings.set(await this.api.call(routes.changeSettings, { body, ifMatch: stored.etag }));
      this.toasts.say(this.t('saved'));
    } catch (error) {
      this.failure.set(error);
      this.settings.reload();
    } finally {
      this.isSaving.set(false);
    }
  }
}
