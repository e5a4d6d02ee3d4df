import { Injectable } from '@nestjs/common';
import { citationInput, newSourceBody, type CitationInput } from '@belegg/contract';
import { canonicalize, Describer } from '@belegg/domain';
import type { Draft, DraftCitation, NamedSource } from '../intake';
import type { Actor } from '../platform/actor';
import type { Tx } from '../platform/database/database';
import { SourcesService } from '../sources';
import type { Text } from '../texts';
import { checkCitations } from './citation.check';
import { storedAs } from './passage';
import { AnnotationWriter } from './writer';

const longestRationale = 20_000;
const mostCitations = 100;

/** What became of drafts; `unknownSources` were cited, are not in the registry, and were left out. */
export interface Imported {
  readonly created: number;
  readonly unknownSources: string[];
}

/** Makes annotations of drafts that came from outside, as if their passages had been marked by hand. */
@Injectable()
export class AnnotationImporter {
  constructor(
    private readonly sources: SourcesService,
    private readonly writer: AnnotationWriter,
  ) {}

  /** @param createSources whether what the registry does not know by name is added to it */
  async create(tx: Tx, actor: Actor, text: Text, drafts: readonly Draft[], createSources: boolean): Promise<Imported> {
    const { newsroomId } = actor;
    const known = await this.known(tx, actor, drafts, createSources);
    const describer = new Describer(text.text);
    const given = drafts.map(({ range, verdict, rationale, citations }) => ({
      passage: storedAs(describer.describe(range)),
      verdict,
      rationale: canonicalize(rationale).slice(0, longestRationale),
      citations: citations.slice(0, mostCitations).flatMap((citation) => {
        const sourceId = known.get(nameOf(citation.source));
        return sourceId === undefined ? [] : toInput(citation, sourceId);
      }),
    }));
    const checked = await checkCitations(
      tx,
      newsroomId,
      given.flatMap(({ citations }) => citations),
      [],
    );
    let next = 0;
    const statements = given.map(({ citations, ...said }) => ({
      ...said,
      citations: checked.slice(next, (next += citations.length)),
    }));
    await this.writer.createMany(tx, actor, text, statements);
    return { created: drafts.length, unknownSources: unknownAmong(drafts, known) };
  }

  /** The sources that are cited, by name, as the registry has them; with those that were added to it. */
  async known(
    tx: Tx,
    actor: Actor,
    drafts: readonly Draft[],
    createSources: boolean,
  ): Promise<ReadonlyMap<string, string>> {
    const named = new Map(
      drafts.flatMap(({ citations }) => citations.map(({ source }) => [nameOf(source), source] as const)),
    );
    const known = new Map(await this.sources.findNamed(tx, actor, [...named.keys()]));
    if (!createSources) return known;
    for (const [name, source] of named) {
      const { data } = known.has(name) ? {} : newSourceBody.safeParse(toFacts(source));
      if (data) known.set(name, await this.sources.add(tx, actor, data));
    }
    return known;
  }
}

/** The names that are cited and that the registry does not know. */
export function unknownAmong(drafts: readonly Draft[], known: ReadonlyMap<string, string>): string[] {
  const names = new Set(drafts.flatMap(({ citations }) => citations.map(({ source }) => nameOf(source))));
  return [...names].filter((name) => !known.has(name));
}

const nameOf = ({ name }: NamedSource): string => canonicalize(name).replace(/\s+/gu, ' ').trim();

const toFacts = ({ name, kind, url, note = '', protected: isProtected = false, description = '' }: NamedSource) => ({
  name,
  kind,
  note,
  protected: isProtected,
  description,
  ...(url !== undefined && { url }),
});

/** A citation as it could have been sent; where a part of it is too long or no address, it goes with what is left. */
function toInput(citation: DraftCitation, sourceId: string): CitationInput[] {
  const { stance, url, locator, quote, quoteLanguage, translation, accessedAt, protected: isProtected } = citation;
  const whole = citationInput.safeParse({
    sourceId,
    stance,
    url,
    locator,
    quote,
    quoteLanguage,
    translation,
    accessedAt,
    protected: isProtected,
  });
  return [whole.data ?? citationInput.parse({ sourceId, stance, protected: isProtected })];
}
