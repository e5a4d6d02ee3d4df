import type { HttpResourceRef } from '@angular/common/http';
import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { routes, type SentBodyOf } from '@belegg/contract';
import { resourceOf } from '../shell/api';
import { DraftArticle } from './draft';

/** What the server reads: every file, whatever it is, and every address. */
export type Origin = { readonly file: File } | { readonly url: string };

type Sent = NonNullable<SentBodyOf<typeof routes.importArticle>>;

export const nameOf = (origin: Origin | undefined): string | undefined =>
  origin && ('url' in origin ? origin.url : origin.file.name);

/**
 * Ends a request that is on its way, and so what the server does for it: a resource that is asked nothing would go on.
 */
export function stopReading<View>(previewed: HttpResourceRef<View | undefined>): void {
  if (previewed.isLoading()) previewed.set(undefined);
}

/** A file goes as a form, an address as JSON. */
export function importBody(origin: Origin, fields: Omit<Sent, 'url'>): FormData | Sent {
  if ('url' in origin) return { url: origin.url, ...fields };
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', origin.file);
  return form;
}

/**
 * An article that comes as a file or from an address, instead of as a text that was pasted. It lasts as long as the
 * page.
 */
@Injectable()
export class Arrival {
  private readonly draft = inject(DraftArticle);
  readonly origin = signal<Origin | undefined>(undefined);
  readonly createSources = signal(false);
  readonly name = computed(() => nameOf(this.origin()));

  private readonly language = computed(() => this.draft.value().language);
  readonly previewed = resourceOf(routes.previewImport, () => {
    const origin = this.origin();
    const language = this.language();
    return origin && { body: importBody(origin, { ...(language && { language }) }) };
  });

  /** What was filled in, so far as the file or the address says it of itself. */
  private filled = { author: '', date: '' };

  constructor() {
    effect(() => {
      if (!this.previewed.hasValue()) return;
      const { author, date = '' } = this.previewed.value();
      untracked(() => this.fill({ author, date }));
    });
  }

  /** What was suggested or filled in, and not changed since, goes with what it came from. */
  take(origin: Origin | undefined): void {
    if (!this.draft.value().titled) this.draft.change({ title: '' });
    this.fill({ author: '', date: '' });
    this.createSources.set(false);
    stopReading(this.previewed);
    this.origin.set(origin);
  }

  private fill(found: { author: string; date: string }): void {
    const { author, date } = this.draft.value();
    this.draft.change({
      author: author === this.filled.author ? found.author : author,
      date: date === this.filled.date ? found.date : date,
    });
    this.filled = found;
  }
}
