import { computed, inject, Injectable } from '@angular/core';
import { routes, type AnnotationView } from '@belegg/contract';
import type { Range } from '@belegg/domain';
import { Api } from '../shell/api';
import { AnnotateStore, rangeOf } from './annotate.store';
import { PageFocus } from './page-focus';
import { Drafts } from './drafts/drafts';
import { ServerWords } from './server-words';

/**
 * Says anew which words an annotation is about. All else that it says stays; the place is a revision of its own, to be
 * approved.
 */
@Injectable()
export class Placing {
  private readonly api = inject(Api);
  private readonly store = inject(AnnotateStore);
  private readonly pageFocus = inject(PageFocus);
  private readonly drafts = inject(Drafts);
  private readonly words = inject(ServerWords);

  /** The open annotation, if what is selected could become its passage. */
  readonly movable = computed(() => {
    const open = this.pageFocus.active();
    const passage = this.pageFocus.passage();
    if (!open || !passage || !this.pageFocus.selection() || this.pageFocus.refusal(open, 'edit')) return undefined;
    const { start, end } = rangeOf(open);
    const isThere = this.pageFocus.isPlaced(open) && start === passage.start && end === passage.end;
    return isThere || (this.pageFocus.isPlaced(open) && !this.pageFocus.isUnlocked(open)) ? undefined : open;
  });

  /** Moves the open annotation to what is selected. */
  async moveHere(): Promise<void> {
    const open = this.movable();
    const passage = this.pageFocus.passage();
    if (!open || !passage || !(await this.place(open, passage))) return;
    this.pageFocus.select(undefined);
    this.pageFocus.openAnnotation(open.id, 'show');
  }

  /** Agrees that the annotation stands where the text that was changed suggests. */
  async accept(annotation: AnnotationView): Promise<void> {
    await this.place(annotation, rangeOf(annotation));
  }

  private async place(annotation: AnnotationView, range: Range): Promise<boolean> {
    const [position, quote] = this.store.describer().describe(range);
    return this.words.attempt(async () => {
      if (this.pageFocus.isPlaced(annotation)) await this.drafts.settle(annotation.id);
      const { id, etag } = this.store.annotation(this.store.currentId(annotation.id)) ?? annotation;
      this.store.put(
        await this.api.call(routes.changeAnnotation, {
          params: { id },
          body: { selector: [position, quote] },
          ifMatch: etag,
        }),
      );
    });
  }
}
