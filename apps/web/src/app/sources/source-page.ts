import { Component, computed, effect, inject, input, resource, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { routes, type SourceView } from '@belegg/contract';
import { debounceTime, filter } from 'rxjs';
import { Sources } from './sources';
import { Api, resourceOf } from '../shell/api';
import { Dialogs } from '../shell/dialogs';
import { Kbd } from '@belegg/ui';
import { I18n } from '../shell/i18n';
import { Live } from '../shell/live';
import { pagedOf } from '../shell/paged';
import { pageTitle } from '../shell/page-title';
import { ProblemView } from '../shell/problem-view';
import { Session } from '../shell/session';
import { Shortcuts } from '../shell/shortcuts';
import { terms } from '../shell/terms';
import { Toasts } from '../shell/toasts';
import { DependentList } from './dependent-list';
import { countDependents, mostDependents, readDependents } from './dependents';
import { messages } from './messages';
import { originChain } from './origin-chain';
import { RemoveSource } from './remove-source';
import { SourceHistory } from './source-history';
import { SourceProtection } from './source-protection';
import { UseList } from './use-list';

/** A source: what is known of it, whom it repeats, what rests on it and where it is cited. */
@Component({
  selector: 'app-source-page',
  imports: [DependentList, Kbd, ProblemView, RemoveSource, RouterLink, SourceHistory, SourceProtection, UseList],
  providers: [Sources],
  templateUrl: './source-page.html',
  styleUrl: './source-page.css',
})
export class SourcePage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly known = inject(Sources);
  protected readonly session = inject(Session);
  protected readonly t = inject(I18n).of(messages);
  protected readonly term = inject(I18n).of(terms);
  protected readonly mostDependents = mostDependents;
  readonly id = input.required<string>();

  protected readonly read = resourceOf(routes.getSource, () => ({ params: { id: this.id() } }));
  /** What was last saved here, until it is read anew. */
  private readonly saved = signal<SourceView | undefined>(undefined);
  protected readonly source = computed(() => {
    const saved = this.saved();
    return saved?.id === this.id() ? saved : this.read.hasValue() ? this.read.value() : undefined;
  });
  protected readonly uses = pagedOf(routes.listSourceUses, () => ({ params: { id: this.id() } }));
  protected readonly dependents = resource({
    params: () => this.id(),
    loader: ({ params }) => readDependents(this.api, params),
  });
  protected readonly dependentCount = computed(() =>
    this.dependents.hasValue() ? countDependents(this.dependents.value()) : 0,
  );
  /** Whether a claim cites it as it was before. */
  protected readonly isBehind = computed(() => this.uses.items().some(({ sourceChanged }) => sourceChanged));
  /** Whom it repeats, whom that one repeats, and so on. */
  protected readonly chain = computed(() => originChain(this.source(), this.known.byId()));
  protected readonly link = computed(() =>
    this.source()
      ?.url?.replace(/^https?:\/\/(www\.)?/i, '')
      .replace(/\/$/, ''),
  );

  constructor() {
    pageTitle(() => this.source()?.name ?? this.t('title'));
    effect(() => {
      const origin = this.source()?.originId;
      if (origin !== undefined) this.known.ensure([origin]);
    });
    inject(Shortcuts).register({
      keys: 'e',
      scope: () => this.t('title'),
      description: () => this.t('editSource'),
      when: () => this.session.can('write') && this.source()?.isHidden === false,
      run: () => void this.edit(),
    });
    inject(Live)
      .events.pipe(
        filter(({ type }) => /^(source|annotation)\./.test(type)),
        debounceTime(500),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.readAnew());
  }

  protected async edit(): Promise<void> {
    const saved = await this.dialogs.open<SourceView>(() => import('./source-dialog').then((m) => m.SourceDialog), {
      source: this.source(),
    });
    if (!saved) return;
    this.saved.set(saved);
    this.toasts.say(this.t('saved'));
  }

  protected changed(source: SourceView): void {
    this.saved.set(source);
  }

  protected removed(name: string): void {
    this.toasts.say(this.t('removed', { name }));
    void this.router.navigateByUrl('/sources', { replaceUrl: true });
  }

  protected readAnew(): void {
    this.saved.set(undefined);
    this.read.reload();
    this.uses.reload();
    this.dependents.reload();
  }
}
