import type { Report } from '@belegg/contract';
import {
  CodePointText,
  runsOf,
  touchedSentences,
  type BlockKind,
  type Run,
  type Status,
  type Verdict,
} from '@belegg/domain';

type Claim = Report['claims'][number];
/** What lies over the text: a claim, or talk about a passage, which has no verdict. */
interface Shown {
  readonly id: string;
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly claim?: Claim | undefined;
}

/** A passage that people talk about, by a number that no claim has. */
export interface LayoutTalk {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** A stretch of the article over which the same claims and the same formatting lie. */
export interface LayoutRun {
  readonly text: string;
  readonly strong: boolean;
  readonly em: boolean;
  /** http, https or mailto; nothing else becomes a link. */
  readonly href?: string | undefined;
  /** The claim that colours it: the one that began last. */
  readonly claim?: { readonly verdict: Verdict; readonly status: Status } | undefined;
  /** The numbers of all claims that lie over it, and of those that end with it. */
  readonly numbers: readonly number[];
  readonly ending: readonly number[];
}

export interface LayoutBlock {
  readonly kind: BlockKind;
  readonly level?: number | undefined;
  readonly runs: readonly LayoutRun[];
}

/** The article as every format draws it: blocks of flat runs. Linear but for what a claim or mark touches. */
export function layOutArticle({ revision, claims }: Report, talk: readonly LayoutTalk[] = []): LayoutBlock[] {
  const text = new CodePointText(revision.text);
  const { blocks } = revision;
  const shown = [
    ...claims.flatMap((claim): Shown[] =>
      claim.range ? [{ id: claim.annotationId, number: claim.number, claim, ...claim.range }] : [],
    ),
    ...talk.map((one): Shown => ({ id: `talk ${one.number}`, ...one })),
  ];
  const claimsOf = byBlock(blocks, shown);
  const marksOf = byBlock(blocks, revision.marks);
  const runs = blocks.map((block, index) => runsOf(block, claimsOf[index] ?? [], marksOf[index] ?? []));
  const last = lastRuns(runs.flat());
  return blocks.map(({ kind, level }, index) => ({
    kind,
    ...(level !== undefined && { level }),
    runs: (runs[index] ?? []).map((run) => toLayoutRun(run, text, last)),
  }));
}

/** For each claim the run that it ends with: a passage may reach beyond a block's text, over the line end. */
const lastRuns = (runs: readonly Run<Shown>[]): ReadonlyMap<number, Run<Shown>> =>
  new Map(runs.flatMap((run) => run.annotations.map(({ number }) => [number, run] as const)));

function byBlock<R extends { readonly start: number; readonly end: number }>(
  blocks: Report['revision']['blocks'],
  ranges: readonly R[],
): R[][] {
  const grouped: R[][] = blocks.map(() => []);
  for (const range of ranges) {
    for (const index of touchedSentences(blocks, range)) grouped[index]?.push(range);
  }
  return grouped;
}

function toLayoutRun(run: Run<Shown>, text: CodePointText, last: ReadonlyMap<number, Run<Shown>>): LayoutRun {
  const { start, end, annotations, marks } = run;
  const top = annotations.findLast(({ claim }) => claim)?.claim;
  const href = marks.find(({ kind }) => kind === 'link')?.href;
  return {
    text: text.slice(start, end),
    strong: marks.some(({ kind }) => kind === 'strong'),
    em: marks.some(({ kind }) => kind === 'em'),
    href: href !== undefined && /^(https?|mailto):/i.test(href) ? href : undefined,
    claim: top && { verdict: top.verdict, status: top.status },
    numbers: annotations.map(({ number }) => number),
    ending: annotations.map(({ number }) => number).filter((number) => last.get(number) === run),
  };
}
