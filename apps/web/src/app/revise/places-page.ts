import { Component, computed, effect, inject, input, linkedSignal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import type { AnnotationView } from '@belegg/contract';
import type { Range } from '@belegg/domain';
import { Kbd } from '@belegg/ui';
import { debounceTime, filter } from 'rxjs';
import { WordsForm } from '../shell/words-form';
import { I18n } from '../shell/i18n';
import { Live } from '../shell/live';
import { pageTitle } from '../shell/page-title';
import { ProblemView } from '../shell/problem-view';
import { Shortcuts } from '../shell/shortcuts';
import { messages } from './messages';
import { NearMatches } from './near-matches';
import { PlaceByHand } from './place-by-hand';
import { WaitingItem } from './waiting-item';
import { WaitingPlaces, waits } from './waiting-places';

/**
 * The annotations whose words changed, one by one: accept where they might stand, mark them by hand, or retire them.
 */
@Component({
  selector: 'app-places-page',
  imports: [Kbd, NearMatches, PlaceByHand, ProblemView, RouterLink, WaitingItem, WordsForm],
  providers: [WaitingPlaces],
  templateUrl: './places-page.html',
  styles: `
    .page {
      max-width: 1080px;
    }
    .page > header > div {
      display: grid;
      gap: 6px;
    }
    .progress {
      display: flex;
      gap: 12px;
      font: 400 18px/1.4 var(--serif);
      white-space: nowrap;
    }
    .stack {
      gap: 24px;
    }
    .row {
      border-top: 1px solid var(--line);
      padding-top: 16px;
    }
    .steps {
      margin-inline-start: auto;
      display: flex;
      gap: 6px;
    }
  `,
})
export class PlacesPage {
  protected readonly places = inject(WaitingPlaces);
  protected readonly t = inject(I18n).of(messages);
  protected readonly waits = waits;
  readonly id = input.required<string>();

  /**
   * What is being done to the current one. Another one begins without, and so does another text: what was chosen in the
   * old one stands elsewhere in it.
   */
  protected readonly asking = linkedSignal<unknown, 'hand' | 'retire' | 'near' | undefined>({
    source: () => `${this.places.current()?.id} ${this.places.article()?.revision.id}`,
    computation: () => undefined,
  });
  protected readonly mayAccept = computed(() => {
    const current = this.places.current();
    return current !== undefined && waits(current) && current.anchor.outcome === 'changed';
  });
  /** The suggestion; for an orphan the sentence nearest to where it stood. */
  protected readonly handStart = computed<Range>(() => {
    const current = this.places.current();
    const article = this.places.article();
    if (!current || !article) return { start: 0, end: 0 };
    const [{ start, end }] = current.selector;
    if (current.anchor.outcome !== 'orphaned') return { start, end };
    const near = article.sentences.find((sentence) => sentence.end > start) ?? article.sentences.at(-1);
    return near ? { start: near.start, end: near.end } : { start: 0, end: 0 };
  });

  constructor() {
    pageTitle(() => [this.t('places'), this.places.article()?.title].filter(Boolean).join(' · '));
    effect(() => {
      const id = this.id();
      untracked(() => void this.places.begin(id));
    });
    inject(Live)
      .events.pipe(
        filter(({ articleId }) => articleId === this.id()),
        debounceTime(800),
        takeUntilDestroyed(),
      )
      .subscribe(() => void this.places.load(this.id()));
    const shortcuts = inject(Shortcuts);
    const register = (
      keys: string,
      description: Parameters<typeof this.t>[0],
      run: () => void,
      when: () => boolean,
    ): void =>
      shortcuts.register({ keys, scope: () => this.t('places'), description: () => this.t(description), run, when });
    const isFree = (): boolean => this.asking() === undefined && this.places.left() > 0;
    const mayAct = (): boolean => isFree() && waitsNow(this.places);
    register('j', 'next', () => this.go(1), isFree);
    register('k', 'previous', () => this.go(-1), isFree);
    register(
      'a',
      'accept',
      () => void this.accept(),
      () => isFree() && this.mayAccept(),
    );
    register(
      's',
      'acceptAndSubmit',
      () => void this.acceptAndSubmit(),
      () => isFree() && this.mayAccept(),
    );
    register(
      'Shift+a',
      'acceptNear',
      () => this.ask('near'),
      () => isFree() && this.places.nearMatches().length > 1,
    );
    register('m', 'byHand', () => this.ask('hand'), mayAct);
    register('x', 'retire', () => this.ask('retire'), mayAct);
  }

  protected go(by: 1 | -1): void {
    this.places.go(by);
  }

  protected ask(what: 'hand' | 'retire' | 'near'): void {
    this.asking.set(what);
  }

  protected async accept(): Promise<void> {
    const current = this.places.current();
    if (current) await this.places.accept(current);
  }

  protected async acceptAndSubmit(): Promise<void> {
    const current = this.places.current();
    if (current) await this.places.acceptAndSubmit(current);
  }

  protected async acceptAll(annotations: readonly AnnotationView[]): Promise<void> {
    await this.places.acceptAll(annotations);
    this.asking.set(undefined);
  }

  protected async place(range: Range): Promise<void> {
    const current = this.places.current();
    if (current && (await this.places.place(current, range))) this.asking.set(undefined);
  }

  protected async retire(reason: string): Promise<void> {
    const current = this.places.current();
    if (current && (await this.places.retire(current, reason))) this.asking.set(undefined);
  }
}

function waitsNow(places: WaitingPlaces): boolean {
  const current = places.current();
  return current !== undefined && waits(current);
}
