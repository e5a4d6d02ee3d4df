import type { AnnotationHead } from './head/annotation-head';
import { isDeepStrictEqual } from 'node:util';
import { excerpt } from '../events';
import type { Prisma } from '../generated/prisma/client';
import type { StoredCitation } from './cited';
import { isPlaced, type Passage } from './passage';

/** What an annotation says, apart from where. */
export type Statement = Pick<AnnotationHead, 'verdict' | 'rationale' | 'citations'>;

/** Whether a change would leave an annotation as it is. Accepting a passage that was only suggested does not. */
export function saysTheSame(
  before: AnnotationHead,
  { verdict, rationale, citations }: Statement,
  sent: Passage | undefined,
): boolean {
  const [{ start, end }] = before.selector;
  const staysThere = sent === undefined || (isPlaced(before) && sent.start === start && sent.end === end);
  return (
    staysThere &&
    verdict === before.verdict &&
    rationale === before.rationale &&
    isDeepStrictEqual(citations, before.citations)
  );
}

/** What of an annotation differs between two states, for the log. */
export function difference(
  before: AnnotationHead,
  after: AnnotationHead,
): { before: Prisma.InputJsonObject; after: Prisma.InputJsonObject } {
  const [was, is] = [describe(before), describe(after)];
  const changed = Object.keys(is).filter((field) => !isDeepStrictEqual(was[field], is[field]));
  const only = (state: Described) => Object.fromEntries(changed.map((field) => [field, state[field] ?? null]));
  return { before: only(was), after: only(is) };
}

/** A citation as the log tells of it. */
export const toLogged = ({ lineage, ...citation }: StoredCitation) => ({
  ...citation,
  lineage: lineage.map((ref) => ({ ...ref })),
});

type Described = Record<string, Prisma.InputJsonValue | null>;

function describe({
  status,
  verdict,
  rationale,
  citations,
  selector: [{ start, end }, { exact }],
}: AnnotationHead): Described {
  return {
    status,
    verdict: verdict ?? null,
    rationale,
    citations: citations.map(toLogged),
    start,
    end,
    exact: excerpt(exact),
  };
}
