import {
  afterNextRender,
  Component,
  computed,
  DestroyRef,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { routes, searchKinds, type FoundClaim, type SearchKind, type SearchResults } from '@belegg/contract';
import { VerdictBadge } from '@belegg/ui';
import { resourceOf } from '../shell/api';
import { I18n } from '../shell/i18n';
import { pageTitle } from '../shell/page-title';
import { ProblemView } from '../shell/problem-view';
import { Shortcuts } from '../shell/shortcuts';
import { terms } from '../shell/terms';
import { messages } from './messages';

const typingPause = 200;

/** What the newsroom has on some words: articles, claims, sources and people. The words are part of the address. */
@Component({
  selector: 'app-search-page',
  imports: [ProblemView, RouterLink, VerdictBadge],
  templateUrl: './search-page.html',
  styleUrl: './search-page.css',
})
export class SearchPage {
  private readonly router = inject(Router);
  private readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  private readonly term = this.i18n.of(terms);
  protected readonly kinds = searchKinds;
  readonly q = input<string>();
  readonly kind = input<string>();
  protected readonly words = computed(() => this.q()?.trim() ?? '');
  protected readonly typed = linkedSignal(() => this.words());
  protected readonly only = computed(() => searchKinds.find((kind) => kind === this.kind()));
  protected readonly found = resourceOf(routes.search, () =>
    this.words() === '' ? undefined : { query: { q: this.words(), kind: this.only() } },
  );
  /** The last answer, shown until the next one is there. */
  protected readonly results = linkedSignal<SearchResults | undefined, SearchResults | undefined>({
    source: () => (this.found.hasValue() ? this.found.value() : undefined),
    computation: (results, previous) => (this.words() === '' ? undefined : (results ?? previous?.value)),
  });
  protected readonly count = computed(() => {
    const results = this.results();
    return results ? searchKinds.reduce((sum, kind) => sum + results[kind].length, 0) : 0;
  });
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    pageTitle(() => this.t('title'));
    inject(Shortcuts).register({
      keys: '/',
      scope: () => this.t('title'),
      description: () => this.t('label'),
      run: () => this.field().nativeElement.focus(),
    });
    afterNextRender(() => {
      if (this.words() === '') this.field().nativeElement.focus();
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected type(words: string): void {
    this.typed.set(words);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.go({ q: words.trim() || null }), typingPause);
  }

  protected show(kind: SearchKind | undefined): void {
    this.go({ kind: kind ?? null });
  }

  protected verdictOf({ verdict }: FoundClaim): string {
    return this.term(`verdict.${verdict}`);
  }

  protected statusOf({ status }: FoundClaim): string {
    return this.term(`status.${status}`);
  }

  protected kindOf(kind: SearchResults['sources'][number]['kind']): string {
    return this.term(`source.${kind}`);
  }

  protected day(day: string): string {
    return this.i18n.day(day);
  }

  private go(queryParams: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
