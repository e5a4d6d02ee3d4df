import { computed, inject, Injectable } from '@angular/core';
import { routes, type ArticleView, type Checkability, type SentenceView } from '@belegg/contract';
import { touchedSentences } from '@belegg/domain';
import { Api } from '../shell/api';
import { Session } from '../shell/session';
import { AnnotateStore } from './annotate.store';
import { PageFocus } from './page-focus';
import { ServerWords } from './server-words';

/** What is said of sentences that hold nothing to check. */
@Injectable()
export class CheckabilityMarks {
  private readonly api = inject(Api);
  private readonly store = inject(AnnotateStore);
  private readonly pageFocus = inject(PageFocus);
  private readonly session = inject(Session);
  private readonly words = inject(ServerWords);

  /** The sentences that the selection touches. */
  readonly selected = computed<readonly SentenceView[]>(() => {
    const sentences = this.store.sentences();
    return touchedSentences(sentences, this.pageFocus.passage() ?? { start: 0, end: 0 }).flatMap(
      (index) => sentences[index] ?? [],
    );
  });
  /** Those of the selected that somebody else called not checkable, waiting for a second person. */
  readonly toConfirm = computed(() =>
    this.selected().filter(
      ({ checkable, confirmedBy, markedBy }) =>
        !checkable && !confirmedBy && markedBy?.id !== this.session.current()?.account.id,
    ),
  );
  readonly marked = computed(() => this.selected().filter(({ checkable }) => !checkable));
  /** Whether annotations cover a part of what is selected, so that only the rest of it can be called not checkable. */
  readonly isOfRest = computed(() => this.selected().some((sentence) => this.isBegun(sentence)));
  /** Sentences that look like headings or references and that nobody has spoken of yet. */
  readonly suggested = computed(() =>
    this.store
      .sentences()
      .filter(
        ({ suggestion, checkable, index }) =>
          suggestion !== undefined && checkable && this.store.states()[index] === 'unchecked',
      ),
  );

  mark(sentences: readonly SentenceView[], said: (sentence: SentenceView) => Checkability): Promise<boolean> {
    return this.each(sentences, (sentence, { id, etag }) =>
      this.api.call(routes.markCheckability, {
        params: { id, index: sentence.index },
        body: { ...said(sentence), ...(this.isBegun(sentence) && { part: 'rest' as const }) },
        ifMatch: etag,
      }),
    );
  }

  confirm(sentences: readonly SentenceView[]): Promise<boolean> {
    return this.each(sentences, ({ index, etag = '' }, { id }) =>
      this.api.call(routes.confirmCheckability, { params: { id, index }, ifMatch: etag }),
    );
  }

  private isBegun({ index }: SentenceView): boolean {
    return this.store.covered()[index]?.least !== undefined;
  }

  private each(
    sentences: readonly SentenceView[],
    call: (sentence: SentenceView, article: ArticleView) => Promise<ArticleView>,
  ): Promise<boolean> {
    return this.words.attempt(async () => {
      for (const sentence of sentences) {
        const article = this.store.article();
        if (article) this.store.putArticle(await call(sentence, article));
      }
    });
  }
}
