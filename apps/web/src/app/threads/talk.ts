import { computed, inject, Injectable, signal } from '@angular/core';
import type { ThreadView } from '@belegg/contract';
import type { Describer, Range } from '@belegg/domain';
import { Threads } from './threads';
import { Written, type Begun } from './written';

/** What is shown in the panel of an article's conversations, and what was begun there. */
@Injectable()
export class Talk {
  private readonly threads = inject(Threads);
  private readonly written = inject(Written);
  private readonly shown = signal(false);
  private readonly wanted = signal<{ readonly key: string } | undefined>(undefined);

  readonly isOpen = this.shown.asReadonly();
  /** The thread, or the beginning of one, that was asked for last; a new object each time. */
  readonly target = this.wanted.asReadonly();
  /** Passages on which a conversation was begun and not sent. */
  readonly begun = computed(() => {
    const article = this.threads.articleId();
    return article === undefined ? [] : this.written.begunIn(article);
  });

  /** `key` is the id of the thread that is wanted, if one is. */
  show(key = ''): void {
    this.shown.set(true);
    this.wanted.set({ key });
  }

  hide(): void {
    this.shown.set(false);
    this.wanted.set(undefined);
  }

  /** Begins a conversation on a passage; on words that have an open one, that is shown. */
  beginOn(range: Range, describer: Describer, articleRevision: number): void {
    const article = this.threads.articleId();
    if (article === undefined) return;
    const known = this.threads.inText().find(({ passage }) => isAt(passage, range));
    if (known) return this.show(known.id);
    const [position, quote] = describer.describe(range);
    const key = `${articleRevision}-${range.start}-${range.end}`;
    this.written.begin(article, { key, selector: [position, quote], articleRevision });
    this.show(key);
  }

  /** It was sent, or is not wanted. */
  end({ key }: Begun): void {
    const article = this.threads.articleId();
    if (article !== undefined) this.written.end(article, key);
  }
}

const isAt = (passage: ThreadView['passage'], { start, end }: Range): boolean =>
  passage?.selector?.[0].start === start && passage.selector[0].end === end;
