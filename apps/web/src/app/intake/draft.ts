import { DestroyRef, DOCUMENT, effect, inject, Injectable, InjectionToken, signal, untracked } from '@angular/core';
import { languages } from '@belegg/domain';
import { contentFormats, writtenBlock } from '@belegg/contract';
import * as z from 'zod';
import { Session } from '../shell/session';
import { read, write } from '../shell/stored';

const draft = z.object({
  content: z.string(),
  /** Of a text that is edited in place: its blocks, once they differ from what is kept. */
  blocks: z.array(writtenBlock).readonly().optional(),
  /** Empty: as detected. */
  format: z.enum(contentFormats).or(z.literal('')),
  language: z.enum(languages).or(z.literal('')),
  title: z.string(),
  /** Whether the title is the writer's own; else it follows the text. */
  titled: z.boolean(),
  author: z.string(),
  date: z.string(),
  /** Of a new text for an article: the number of the revision that it was begun on; 0 before. */
  revision: z.int().default(0),
});
export type ArticleDraft = z.infer<typeof draft>;

const blank: ArticleDraft = {
  content: '',
  format: '',
  language: '',
  title: '',
  titled: false,
  author: '',
  date: '',
  revision: 0,
};

/** What is being written, so that the drafts of several things do not mix: a new article, or the new text of one. */
export const draftSubject = new InjectionToken('draft subject', { factory: () => 'article' });

/**
 * The text that somebody is about to take in. This browser keeps it, through reloads and crashes, until it is saved.
 */
@Injectable()
export class DraftArticle {
  private readonly name = `draft.${inject(draftSubject)}.${inject(Session).current()?.account.id ?? ''}`;
  readonly value = signal<ArticleDraft>(this.kept());
  /** Whether the last change could not be kept, for want of room or because storage is closed. */
  readonly unkept = signal(false);
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    const view = inject(DOCUMENT).defaultView;
    const keep = (): void => this.keep();
    effect(() => {
      this.value();
      clearTimeout(this.timer);
      this.timer = setTimeout(keep, 300);
    });
    view?.addEventListener('pagehide', keep);
    inject(DestroyRef).onDestroy(() => {
      view?.removeEventListener('pagehide', keep);
      keep();
    });
  }

  change(changes: Partial<ArticleDraft>): void {
    this.value.update((value) => ({ ...value, ...changes }));
  }

  clear(): void {
    this.value.set(blank);
  }

  private keep(): void {
    clearTimeout(this.timer);
    const value = untracked(this.value);
    const isBlank = !value.content && !value.blocks && !value.title && !value.author && !value.date;
    this.unkept.set(!write(this.name, isBlank ? undefined : JSON.stringify(value)));
  }

  private kept(): ArticleDraft {
    try {
      const parsed = draft.safeParse(JSON.parse(read(this.name) ?? 'null'));
      return parsed.success ? parsed.data : blank;
    } catch {
      return blank;
    }
  }
}
