import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import type { AnnotationView } from '@belegg/contract';
import type { Range } from '@belegg/domain';
import { AnnotateStore } from '../annotate.store';
import { Drafts } from '../drafts/drafts';
import { PageFocus } from '../page-focus';
import { sentenceAt } from '../../reading';
import { nextPlace, placesOf } from './words-in';

/** Which cards are shown; empty means all. */
export interface CardFilter {
  readonly verdict: string;
  readonly status: string;
  /** The id of somebody who wrote a part of it. */
  readonly person: string;
  /** The id of a source that it cites. */
  readonly source: string;
}

const everything: CardFilter = { verdict: '', status: '', person: '', source: '' };

/** What is looked for in the article, and which cards are shown beside it. */
@Injectable()
export class Finding {
  private readonly store = inject(AnnotateStore);
  private readonly drafts = inject(Drafts);
  private readonly pageFocus = inject(PageFocus);
  private readonly open = signal(false);

  readonly isOpen = this.open.asReadonly();
  readonly words = signal('');
  readonly places = computed<readonly Range[]>(() => (this.open() ? placesOf(this.store.text(), this.words()) : []));
  /** Which of the places is shown. */
  readonly current = linkedSignal<readonly Range[], number | undefined>({
    source: this.places,
    computation: () => undefined,
  });
  readonly filter = signal<CardFilter>(everything);
  readonly isFiltered = computed(() => Object.values(this.filter()).some((wanted) => wanted !== ''));
  /** The annotations whose cards are shown. */
  readonly shown = computed<ReadonlySet<string> | undefined>(() =>
    this.isFiltered()
      ? new Set(
          this.store
            .annotations()
            .filter((annotation) => this.fits(annotation))
            .map(({ id }) => id),
        )
      : undefined,
  );

  show(): void {
    this.open.set(true);
  }

  /** All cards are shown again: nobody should miss one that they cannot see is left out. */
  hide(): void {
    this.open.set(false);
    this.filter.set(everything);
  }

  choose(by: keyof CardFilter, wanted: string): void {
    this.filter.update((before) => ({ ...before, [by]: wanted }));
  }

  /** Shows the next place, or the one before, from where the reader is. */
  go(by: 1 | -1): void {
    const sentences = this.store.sentences();
    const here = sentences[this.pageFocus.sentence()]?.start ?? 0;
    const index = nextPlace(this.places(), this.current(), by, here);
    const place = this.places()[index];
    if (!place) return;
    this.current.set(index);
    this.pageFocus.goTo(sentenceAt(sentences, place.start), 'nothing');
  }

  private fits(annotation: AnnotationView): boolean {
    const { verdict, status, person, source } = this.filter();
    const said = this.drafts.statement(annotation);
    return (
      (verdict === '' || said.verdict === verdict) &&
      (status === '' || annotation.status === status) &&
      (person === '' || annotation.authors.some(({ id }) => id === person)) &&
      (source === '' || said.citations.some(({ sourceId }) => sourceId === source))
    );
  }
}
