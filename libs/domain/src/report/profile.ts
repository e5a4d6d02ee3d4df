/**
 * For whom a report is rendered. `internal`: everything, review comments too. `legal`: everything on sources, no review
 * comments. `public`: neither review comments nor open questions nor anything of a protected source but its description
 * for outsiders.
 */
export const profiles = ['internal', 'legal', 'public'] as const;
export type Profile = (typeof profiles)[number];

/** A source as a report names it, wherever it does. */
export interface NamedSource {
  readonly id: string;
  readonly name: string;
  readonly protected: boolean;
  /** What outsiders are told of a protected source: "en kilde i departementet". */
  readonly description: string;
}

interface ProfiledSource extends NamedSource {
  readonly note: string;
  readonly url?: string | undefined;
  /** Whom it repeats; it may be one that nothing cites. */
  readonly origin?: NamedSource | undefined;
}

interface ProfiledCitation {
  readonly id: string;
  readonly sourceId: string;
  /** Whom it repeats; it may be one that nothing cites. */
  readonly origin?: NamedSource | undefined;
  readonly protected: boolean;
  readonly url?: string | undefined;
  readonly locator: string;
  readonly quote: string;
  readonly quoteLanguage?: string | undefined;
  readonly translation: string;
  readonly accessedAt?: string | undefined;
  readonly evidence?: string | undefined;
}

interface ProfiledClaim<C> {
  readonly steps: readonly { readonly comment: string }[];
  readonly citations: readonly C[];
}

interface ProfiledReport<S, C, L extends ProfiledClaim<C>> {
  /** What the newsroom asks itself. */
  readonly questions?: readonly unknown[] | undefined;
  readonly sources: S[];
  readonly claims: L[];
}

/**
 * The report as these readers may see it. Nothing that `public` leaves out is in the result at all, so no renderer can
 * let it slip. A protected source keeps neither name, kind, link nor note, and its id becomes a number of this report.
 */
export function applyProfile<
  S extends ProfiledSource & { kind: string },
  C extends ProfiledCitation,
  L extends ProfiledClaim<C>,
  R extends ProfiledReport<S, C, L>,
>(report: R, profile: Profile, unnamed: S['kind']): R {
  if (profile === 'internal') return report;
  const withoutComments = report.claims.map((claim): L => ({
    ...claim,
    steps: claim.steps.map((step) => ({ ...step, comment: '' })),
  }));
  if (profile === 'legal') return { ...report, claims: withoutComments };
  const aliases = aliasesOf(report);
  return {
    ...report,
    questions: undefined,
    claims: withoutComments.map((claim): L => ({
      ...claim,
      citations: claim.citations.map((citation) => withheldCitation(citation, aliases)),
    })),
    sources: report.sources.map((source) => withheldSource(source, aliases, unnamed)),
  };
}

/**
 * The report with what was protected since it was made.
 * @param sources what outsiders are told of each source that is protected now, by its id
 * @param citations the ids of those that were protected later
 */
export function withProtection<
  S extends ProfiledSource,
  C extends ProfiledCitation,
  L extends ProfiledClaim<C>,
  R extends ProfiledReport<S, C, L>,
>(report: R, sources: ReadonlyMap<string, string>, citations: ReadonlySet<string>): R {
  const guard = <N extends NamedSource>(named: N): N => {
    const description = sources.get(named.id);
    return description === undefined ? named : { ...named, protected: true, description };
  };
  return {
    ...report,
    sources: report.sources.map((source): S => ({ ...guard(source), origin: source.origin && guard(source.origin) })),
    claims: report.claims.map((claim): L => ({
      ...claim,
      citations: claim.citations.map((citation): C => ({
        ...citation,
        origin: citation.origin && guard(citation.origin),
        protected: citation.protected || citations.has(citation.id),
      })),
    })),
  };
}

/** The ids that stand for protected sources, cited or repeated, in the order in which they appear. */
function aliasesOf({
  sources,
  claims,
}: ProfiledReport<ProfiledSource, ProfiledCitation, ProfiledClaim<ProfiledCitation>>): ReadonlyMap<string, string> {
  const relayed = claims.flatMap(({ citations }) => citations.map(({ origin }) => origin));
  const hidden = new Set(
    [...sources.flatMap((source) => [source, source.origin]), ...relayed]
      .filter((source) => source?.protected)
      .map((source) => source?.id ?? ''),
  );
  return new Map(
    [...hidden].map((id, index) => [id, `00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`]),
  );
}

function withheldCitation<C extends ProfiledCitation>(citation: C, aliases: ReadonlyMap<string, string>): C {
  const alias = aliases.get(citation.sourceId);
  if (alias === undefined && !citation.protected)
    return citation.origin ? { ...citation, origin: withheldName(citation.origin, aliases) } : citation;
  return {
    ...citation,
    sourceId: alias ?? citation.sourceId,
    origin: undefined,
    url: undefined,
    locator: '',
    quote: '',
    quoteLanguage: undefined,
    translation: '',
    accessedAt: undefined,
    evidence: undefined,
  };
}

function withheldSource<S extends ProfiledSource & { kind: string }>(
  source: S,
  aliases: ReadonlyMap<string, string>,
  unnamed: S['kind'],
): S {
  if (source.protected)
    return { ...source, ...withheldName(source, aliases), kind: unnamed, note: '', url: undefined, origin: undefined };
  return { ...source, origin: source.origin && withheldName(source.origin, aliases) };
}

function withheldName(source: NamedSource, aliases: ReadonlyMap<string, string>): NamedSource {
  const { id, name, description } = source;
  return {
    id: aliases.get(id) ?? id,
    name: source.protected ? description : name,
    protected: source.protected,
    description,
  };
}
