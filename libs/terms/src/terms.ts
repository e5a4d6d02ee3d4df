import type {
  AnchorOutcome,
  AssignmentKind,
  CheckabilityReason,
  Judgement,
  Language,
  Role,
  SentenceState,
  SourceKind,
  Stance,
  Status,
  StepKind,
} from '@belegg/domain';

/** The names of the domain by their kind, as they stand in `'verdict.confirmed'`. */
interface Names {
  verdict: Judgement;
  status: Status;
  state: SentenceState;
  stance: Stance;
  source: SourceKind;
  reason: CheckabilityReason;
  anchor: AnchorOutcome;
  role: Role;
  step: StepKind;
  assignment: AssignmentKind;
  language: Language;
}

export type TermKind = keyof Names;

/** What each name of the domain is called in one language, written as in the middle of a sentence. */
export type Terms = { readonly [Kind in TermKind]: Readonly<Record<Names[Kind], string>> };

/** `verdict.confirmed`, `status.lapsed`: a name of the domain with its kind. */
export type TermKey = { [Kind in TermKind]: `${Kind}.${Names[Kind]}` }[TermKind];

/** "Til godkjenning" of "til godkjenning": as it begins a sentence, or stands alone on a button. */
export const capitalized = (term: string): string => term.charAt(0).toLocaleUpperCase('nb') + term.slice(1);

/**
 * All the terms of a language by `kind.name`, each as it stands alone; stances go on a sentence, so they stay as they
 * are.
 */
export function labelsOf(terms: Terms): Readonly<Record<TermKey, string>> {
  const labels = Object.entries(terms).flatMap(([kind, words]) =>
    Object.entries(words as Readonly<Record<string, string>>).map(
      ([name, word]) => [`${kind}.${name}`, kind === 'stance' ? word : capitalized(word)] as const,
    ),
  );
  return Object.fromEntries(labels) as Record<TermKey, string>;
}

/** The same words, each as it stands alone. */
export function capitalizedAll<Name extends string>(words: Readonly<Record<Name, string>>): Record<Name, string> {
  return Object.fromEntries(Object.entries<string>(words).map(([name, word]) => [name, capitalized(word)])) as Record<
    Name,
    string
  >;
}
