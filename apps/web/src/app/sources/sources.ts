import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import {
  routes,
  type CitationView,
  type DraftCitation,
  type createSourceBody,
  type SourceView,
} from '@belegg/contract';
import { deriveIndependence, lineageOf, type Independence } from '@belegg/domain';
import type * as z from 'zod';
import { Api } from '../shell/api';

/** As much of a citation as independence rests on. */
export type CitedAs = Pick<DraftCitation, 'sourceId' | 'stance' | 'relays'>;

/**
 * The sources that this page has met. Those that are cited are fetched when they are first shown, with whom they
 * repeat.
 */
@Injectable()
export class Sources {
  private readonly api = inject(Api);
  private readonly known = signal<ReadonlyMap<string, SourceView>>(new Map());
  private readonly asked = new Set<string>();
  /** What the server says of citations, by their ids. */
  private readonly told = signal<ReadonlyMap<string, CitationView>>(new Map());

  readonly byId = this.known.asReadonly();
  private readonly names = computed(() => new Map([...this.known()].map(([id, { name }]) => [id, name])));

  name(id: string): string | undefined {
    return this.names().get(id);
  }

  /** What the source was called when it was cited; what it is called now where that is not known. */
  nameIn({ id = '', sourceId, sourceRevision }: Omit<DraftCitation, 'key'>): string | undefined {
    const told = this.told().get(id);
    return told?.sourceId === sourceId && told.sourceRevision === sourceRevision
      ? told.cited.name
      : this.name(sourceId);
  }

  /** What the one is called that this piece repeats, as it was when it was said. */
  repeatedIn({ id = '', sourceId, sourceRevision, relays }: Omit<DraftCitation, 'key'>): string | undefined {
    const told = this.told().get(id);
    if (told?.sourceId === sourceId && told.sourceRevision === sourceRevision && told.relays === relays)
      return told.lineage[0]?.name;
    return this.name((relays === undefined ? this.known().get(sourceId)?.originId : relays) ?? '');
  }

  /** Sees to it that what these citations rest on is known, as it was cited and as it is now. */
  ensureCited(citations: readonly CitationView[]): void {
    const rested = citations.flatMap(({ sourceId, lineage }) => [sourceId, ...lineage.map((ref) => ref.sourceId)]);
    this.ensure(new Set(rested));
    const told = untracked(this.told);
    if (citations.some((citation) => told.get(citation.id) !== citation))
      this.told.update((all) => new Map([...all, ...citations.map((citation) => [citation.id, citation] as const)]));
  }

  /** Sources whose name or aliases hold these words, the first page of them. */
  async find(words: string): Promise<readonly SourceView[]> {
    const { items } = await this.api.call(routes.listSources, { query: { q: words } });
    this.remember(items);
    return items;
  }

  /** Sources that publish on the domain of an address, or else were cited with one on it. */
  async findByLink(link: string): Promise<readonly SourceView[]> {
    const { items } = await this.api.call(routes.listSources, { query: { link } });
    this.remember(items);
    return items;
  }

  async create(source: z.input<typeof createSourceBody>): Promise<SourceView> {
    const created = await this.api.call(routes.createSource, { body: source });
    this.remember([created]);
    return created;
  }

  /** Sees to it that these and whom they go back to are known. */
  ensure(ids: Iterable<string>): void {
    for (const id of ids) {
      const source = this.known().get(id);
      if (source) this.ensureOrigin(source);
      else if (!this.asked.has(id)) void this.fetch(id);
    }
  }

  /** What has changed on the server. */
  async refresh(id: string): Promise<void> {
    if (this.known().has(id)) await this.fetch(id);
  }

  /** As far as the registry is known here, and as it is now. */
  independence(citations: readonly CitedAs[]): Independence {
    const known = this.known();
    const cited = citations.map(({ sourceId, stance, relays }) => {
      const first = relays === undefined ? known.get(sourceId)?.originId : (relays ?? undefined);
      return { sourceId, stance, lineage: lineageOf(sourceId, first, known) };
    });
    const met = new Set(cited.flatMap(({ sourceId, lineage }) => [sourceId, ...lineage]));
    return deriveIndependence(cited, new Map([...met].map((id) => [id, known.get(id)?.keys ?? []])));
  }

  private async fetch(id: string): Promise<void> {
    this.asked.add(id);
    try {
      this.remember([await this.api.call(routes.getSource, { params: { id } })]);
    } catch {
      // A name that cannot be had now is asked for again when it is next shown.
      this.asked.delete(id);
    }
  }

  private remember(sources: readonly SourceView[]): void {
    if (sources.length === 0) return;
    this.known.update((all) => new Map([...all, ...sources.map((source) => [source.id, source] as const)]));
    sources.forEach((source) => this.ensureOrigin(source));
  }

  private ensureOrigin({ originId }: SourceView): void {
    if (originId !== undefined && !this.known().has(originId)) this.ensure([originId]);
  }
}
