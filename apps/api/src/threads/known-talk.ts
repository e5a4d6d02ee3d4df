import { ownReference, ownVerdict, type FoundComment, type FoundThread } from '../intake';
import { claimReference, commentReference } from '../platform/word-references';
import type { SaidRow } from './thread.repository';

/**
 * Where what is new in a thread of a file belongs: a thread that is there, a claim without talk, or a thread of its
 * own.
 */
export type Target =
  | { readonly kind: 'thread'; readonly threadId: string; readonly annotationId: string | null }
  | { readonly kind: 'claim'; readonly annotationId: string }
  | { readonly kind: 'new' };

/** What is new in a thread of a file, by where it belongs, in the order in which it was said. */
export interface SortedThread {
  readonly fresh: readonly { readonly target: Target; readonly comment: FoundComment }[];
  /** How many of its comments were known. */
  readonly known: number;
  /** What the thread begins with, where that is known: the words of a claim, or a comment. */
  readonly answers?: string | undefined;
  /** Whether Belegg wrote its first comment for a claim that is not of this article. */
  readonly isForeignClaim: boolean;
  /** A thread that is resolved in the file, and of which nobody here ever said whether it is. */
  readonly resolves?: string | undefined;
}

type Claim = { readonly id: string; readonly exact: string };
const new_: Target = { kind: 'new' };

/**
 * What was said on an article, to find it again in a file that comes back. A comment is known by the id under which it
 * went out, or, where a program dropped that, by author, words and time; a claim by its id or by the reference in its
 * words.
 */
export class KnownTalk {
  private readonly claimById: ReadonlyMap<string, Claim>;
  private readonly rowsById: ReadonlyMap<string, readonly SaidRow[]>;
  private readonly met = new Set<string>();

  constructor(
    private readonly said: readonly SaidRow[],
    private readonly claims: readonly Claim[],
  ) {
    this.claimById = new Map(claims.map((claim) => [claimReference(claim.id), claim]));
    this.rowsById = Map.groupBy(said, ({ threadId, number }) => commentReference(threadId, number));
  }

  /** Each thread of a file once, in the order of the file: what was met in one is not met again in the next. */
  sort(found: FoundThread): SortedThread {
    const [first, ...rest] = found.comments;
    if (!first) return { fresh: [], known: 0, isForeignClaim: false };
    const claim = this.claimOf(first, found.exact);
    const isForeignClaim = !claim && ownVerdict(first.text) !== undefined;
    const comments = claim || isForeignClaim ? rest : found.comments;
    const fresh: { target: Target; comment: FoundComment }[] = [];
    let target = claim ? this.talkOf(claim) : new_;
    let known = claim ? 1 : 0;
    let answers = claim?.exact;
    let resolves: string | undefined;
    comments.forEach((comment, index) => {
      const row = this.find(comment, target, found.exact);
      const edited = row ? undefined : this.rowsById.get(comment.durableId ?? '')?.[0];
      if (row ?? edited) target = threadOf((row ?? edited) as SaidRow);
      if (!row) return void fresh.push({ target, comment });
      known += 1;
      if (index > 0 || claim) return;
      answers = row.text;
      if (found.resolved && !row.isSettled) resolves = row.threadId;
    });
    return { fresh, known, answers, isForeignClaim, resolves };
  }

  private claimOf(first: FoundComment, exact: string): Claim | undefined {
    const reference = ownReference(first.text);
    const byId = this.claimById.get(first.durableId ?? '') ?? this.claimById.get(reference ?? '');
    if (byId || reference !== undefined || ownVerdict(first.text) === undefined) return byId;
    const alike = this.claims.filter((claim) => folded(claim.exact) === folded(exact));
    return alike.length === 1 ? alike[0] : undefined;
  }

  private talkOf({ id }: Claim): Target {
    const last = this.said.findLast(({ annotationId }) => annotationId === id);
    return last ? threadOf(last) : { kind: 'claim', annotationId: id };
  }

  private find(comment: FoundComment, target: Target, exact: string): SaidRow | undefined {
    const row =
      this.rowsById.get(comment.durableId ?? '')?.find(({ text }) => folded(text) === folded(comment.text)) ??
      this.alike(comment, target, exact);
    if (row) this.met.add(keyOf(row));
    return row;
  }

  /**
   * The comment that says the same: of its own thread, where that is known; else one on the same words, if there is
   * one.
   */
  private alike(comment: FoundComment, target: Target, exact: string): SaidRow | undefined {
    const all = this.said.filter(
      (row) =>
        !this.met.has(keyOf(row)) &&
        isAmong(row, target) &&
        folded(row.text) === folded(comment.text) &&
        folded(row.author) === folded(comment.author),
    );
    const near = all.filter((row) => folded(row.exact ?? '') === folded(exact));
    const ordered = [...near, ...all];
    return (
      ordered.find(({ at }) => isSameTime(at, comment.at)) ?? ordered.find(({ at }) => isShiftedTime(at, comment.at))
    );
  }
}

const keyOf = ({ threadId, number }: SaidRow): string => `${threadId} ${number}`;

const threadOf = ({ threadId, annotationId }: SaidRow): Target => ({ kind: 'thread', threadId, annotationId });

function isAmong(row: SaidRow, target: Target): boolean {
  if (target.kind === 'new') return true;
  if (target.kind === 'claim') return row.annotationId === target.annotationId;
  return row.threadId === target.threadId || (target.annotationId !== null && row.annotationId === target.annotationId);
}

/** Programs set paragraphs and spaces anew, and lose what XML cannot hold. */
const folded = (text: string): string => text.normalize('NFC').replace(/[\s\p{C}\uFFFD]+/gu, '');

const minute = 60_000;
const quarter = 15 * minute;
const widestShift = 14 * 60 * minute;

const apart = (at: Date, said: string): number => Math.abs(at.getTime() - Date.parse(said));

const isSameTime = (at: Date | null, said: string | undefined): boolean =>
  at !== null && said !== undefined && apart(at, said) < minute;

/** Word writes the time of its own clock as if it were that of Greenwich, and some programs write none. */
function isShiftedTime(at: Date | null, said: string | undefined): boolean {
  if (at === null || said === undefined) return true;
  const off = apart(at, said) % quarter;
  return apart(at, said) < widestShift + minute && Math.min(off, quarter - off) < minute;
}
