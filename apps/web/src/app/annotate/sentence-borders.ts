import { computed, inject, Injectable } from '@angular/core';
import { routes } from '@belegg/contract';
import { touchedSentences } from '@belegg/domain';
import { Api } from '../shell/api';
import { I18n } from '../shell/i18n';
import { AnnotateStore } from './annotate.store';
import { PageFocus } from './page-focus';
import { messages } from './messages';
import { ServerWords } from './server-words';
import { Undo } from './undo';

/** Puts right where sentences end, where the segmenter was wrong. Annotations stay where they are. */
@Injectable()
export class SentenceBorders {
  private readonly api = inject(Api);
  private readonly store = inject(AnnotateStore);
  private readonly pageFocus = inject(PageFocus);
  private readonly words = inject(ServerWords);
  private readonly undo = inject(Undo);
  private readonly t = inject(I18n).of(messages);

  /** The sentence in which the selection begins, if it could be split there. */
  readonly splittable = computed(() => {
    const passage = this.pageFocus.selection() && this.pageFocus.passage();
    if (!passage) return undefined;
    const [index] = touchedSentences(this.store.sentences(), passage);
    const sentence = this.store.sentences()[index ?? -1];
    return sentence && sentence.start < passage.start ? { index: sentence.index, at: passage.start } : undefined;
  });

  /**
   * The first of two sentences of one block: those that the selection touches, or the one at the cursor and the next.
   */
  readonly joinable = computed(() => {
    const passage = this.pageFocus.passage();
    const touched = passage ? touchedSentences(this.store.sentences(), passage) : [];
    const first = this.store.sentences()[touched[0] ?? -1];
    const second = first && this.store.sentences()[first.index + 1];
    return second && touched.length <= 2 && first.block === second.block ? first.index : undefined;
  });

  async split(): Promise<void> {
    const split = this.splittable();
    const article = this.store.article();
    if (!split || !article) return;
    const { index, at } = split;
    const isDone = await this.words.attempt(async () =>
      this.store.putArticle(
        await this.api.call(routes.splitSentence, {
          params: { id: article.id, index },
          body: { at },
          ifMatch: article.etag,
        }),
      ),
    );
    if (isDone) this.undo.offer(this.t('done_split'));
  }

  async join(): Promise<void> {
    const index = this.joinable();
    const article = this.store.article();
    if (index === undefined || !article) return;
    const isDone = await this.words.attempt(async () =>
      this.store.putArticle(
        await this.api.call(routes.joinSentences, { params: { id: article.id, index }, ifMatch: article.etag }),
      ),
    );
    if (isDone) this.undo.offer(this.t('done_join'));
  }
}
