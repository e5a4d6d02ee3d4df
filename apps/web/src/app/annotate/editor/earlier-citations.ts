import { computed, inject, Injectable } from '@angular/core';
import { AnnotateStore } from '../annotate.store';
import { Drafts } from '../drafts/drafts';
import type { DraftCitation } from '@belegg/contract';
import { Sources, type EarlierCitation } from '../../sources';

/** The citations of the article, the latest first, each once. */
@Injectable()
export class EarlierCitations {
  private readonly store = inject(AnnotateStore);
  private readonly drafts = inject(Drafts);
  private readonly sources = inject(Sources);

  readonly all = computed<readonly EarlierCitation[]>(() => {
    const latest = this.store.annotations().toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt));
    const found = new Map<string, EarlierCitation>();
    for (const annotation of latest)
      for (const citation of this.drafts.statement(annotation).citations) {
        const name = this.sources.name(citation.sourceId);
        const key = sameness(citation);
        if (name !== undefined && !found.has(key)) found.set(key, { citation, name });
      }
    return [...found.values()];
  });
}

/** The same for citations that say the same of the same place. */
export function sameness({ sourceId, url = '', locator = '', quote = '' }: DraftCitation): string {
  return [sourceId, url, locator, quote].join('\n');
}
