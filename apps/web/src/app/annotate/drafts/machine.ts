import type { AnnotationView, DraftView } from '@belegg/contract';
import type { Status } from '@belegg/domain';
import { changeDraft, type Draft, type Kept } from './draft';
import { choose, merge, type Merge } from './merge';
import {
  adoptIds,
  fields,
  isRevision,
  sameField,
  sameStatement,
  statementOf,
  type Field,
  type Statement,
} from './statement';

/** What goes to the server for a draft: the annotation itself, what is typed on it, or a revision of what was typed. */
export type Call = 'create' | 'keep' | 'revise';

/** What somebody else has saved, or I on another device (`row`), while this was typed; and what comes of both. */
export interface Conflict {
  readonly theirs: Statement;
  /** What it is in review now. */
  readonly saved?: AnnotationView;
  readonly row?: DraftView;
  readonly merge: Merge;
}

/**
 * What keeps a draft from the server. `unheard`: it was not reached; `refused`: it (or this page, without an error)
 * will not have it so.
 */
export type Trouble<Refusal> =
  | { readonly kind: 'unheard' }
  | { readonly kind: 'refused'; readonly error?: Refusal | undefined }
  | ({ readonly kind: 'conflict' } & Conflict);

/** A draft, and how far it is. */
export interface Entry<Refusal = unknown> {
  readonly draft: Draft;
  /** What is on its way; one call at a time. */
  readonly call?: { readonly kind: Call; readonly sent: Statement } | undefined;
  readonly trouble?: Trouble<Refusal> | undefined;
  /** Whether a revision is wanted. */
  readonly wanted: boolean;
  /** Whether it was typed on this page, and not found on the server. */
  readonly here: boolean;
  /** A creation whose answer was lost may have been done. */
  readonly again: boolean;
  /** What the timer is for. */
  readonly timer?: 'typing' | 'rest' | 'retry' | undefined;
}

export type Entries<Refusal = unknown> = ReadonlyMap<string, Entry<Refusal>>;

/** How a call failed. `stale` carries the annotation, `typed-elsewhere` the draft, as it is now. */
export type Failure<Refusal> =
  | { readonly kind: 'unheard' }
  | { readonly kind: 'refused'; readonly error?: Refusal }
  | { readonly kind: 'stale'; readonly saved: AnnotationView }
  | { readonly kind: 'typed-elsewhere'; readonly row: DraftView };

export type DraftEvent<Refusal = unknown> =
  | { readonly type: 'made'; readonly draft: Draft }
  | { readonly type: 'typed'; readonly draft: Draft }
  | { readonly type: 'restored'; readonly draft: Draft }
  /** What I was typing according to the server, with the annotations that it is about. */
  | { readonly type: 'found'; readonly rows: readonly DraftView[]; readonly annotations: readonly AnnotationView[] }
  | { readonly type: 'left'; readonly id: string }
  /** A revision is needed now. */
  | { readonly type: 'wanted'; readonly id: string }
  | { readonly type: 'elapsed'; readonly id: string }
  | { readonly type: 'hidden' }
  | { readonly type: 'online' }
  | { readonly type: 'saved'; readonly id: string; readonly saved: AnnotationView }
  | { readonly type: 'kept'; readonly id: string; readonly row: DraftView }
  | { readonly type: 'failed'; readonly id: string; readonly failure: Failure<Refusal> }
  | { readonly type: 'resolved'; readonly id: string; readonly fromTheirs: readonly Field[] }
  | { readonly type: 'discarded'; readonly id: string };

export type Effect =
  | { readonly type: 'call'; readonly kind: Call; readonly draft: Draft; readonly again: boolean }
  /** Sets the draft's one timer anew, or stops it. */
  | { readonly type: 'timer'; readonly id: string; readonly after: number | undefined }
  | { readonly type: 'remember'; readonly draft: Draft }
  | { readonly type: 'forget'; readonly id: string }
  /** Ends the draft on the server. */
  | { readonly type: 'drop'; readonly id: string; readonly version: string }
  /** The page's annotation is gone, or is now as the server has it. */
  | { readonly type: 'remove'; readonly id: string }
  | { readonly type: 'show'; readonly id: string; readonly saved: AnnotationView; readonly adopted: Statement };

/**
 * Milliseconds from the first key that the server has not seen until it is sent, of rest until a revision, and between
 * attempts.
 */
export const pauses = { typing: 700, rest: 60_000, retry: 4000 } as const;

/** Where a review has gone on, typing has to stop and look. */
const decided: readonly Status[] = ['submitted', 'approved', 'retired'];

/**
 * The rules of drafts, without clock, network or page: what is typed goes to the server at once and into a revision at
 * rest; what cannot be sent is tried again; what meets another change is merged, by a person where both changed the
 * same. Nothing typed goes but into a revision, or by `discarded`.
 */
export class DraftMachine<Refusal> {
  private readonly effects: Effect[] = [];

  private constructor(private readonly all: Map<string, Entry<Refusal>>) {}

  static step<Refusal>(
    entries: Entries<Refusal>,
    event: DraftEvent<Refusal>,
  ): { readonly entries: Entries<Refusal>; readonly effects: readonly Effect[] } {
    const machine = new DraftMachine<Refusal>(new Map(entries));
    machine.take(event);
    return { entries: machine.all, effects: machine.effects };
  }

  private take(event: DraftEvent<Refusal>): void {
    switch (event.type) {
      case 'made':
      case 'restored':
        return this.goOn({ draft: event.draft, wanted: false, here: true, again: event.type === 'restored' });
      case 'typed':
        return this.typed(event.draft);
      case 'found':
        return this.found(event.rows, new Map(event.annotations.map((one) => [one.id, one])));
      case 'hidden':
        return this.all.forEach((entry) => entry.timer === 'typing' && this.goOn({ ...entry, timer: undefined }, true));
      case 'online':
        return this.all.forEach((entry) => entry.trouble?.kind === 'unheard' && this.tryAgain(entry));
      default:
        return this.about(event, this.all.get(event.id));
    }
  }

  private about(event: Extract<DraftEvent<Refusal>, { readonly id: string }>, entry: Entry<Refusal> | undefined): void {
    if (!entry) return;
    switch (event.type) {
      case 'left':
        return this.goOn({ ...entry, wanted: true });
      case 'wanted':
        return entry.trouble?.kind === 'conflict' ? undefined : this.tryAgain({ ...entry, wanted: true });
      case 'elapsed':
        return this.elapsed(entry);
      case 'saved':
        return this.saved(entry, event.saved);
      case 'kept':
        return this.kept(entry, event.row);
      case 'failed':
        return this.failed(entry, event.failure);
      case 'resolved':
        return this.resolved(entry, event.fromTheirs);
      case 'discarded':
        return this.discarded(entry);
    }
  }

  private typed(draft: Draft): void {
    const entry = this.all.get(draft.annotationId);
    if (!entry) {
      if (sameStatement(draft.base, draft.typed)) return;
      return this.goOn({ draft, wanted: false, here: true, again: false });
    }
    const next = { ...entry, draft: { ...entry.draft, typed: draft.typed }, here: true, wanted: false };
    const { trouble } = entry;
    if (trouble?.kind === 'conflict') return this.put({ ...next, trouble: conflictWith(next.draft, trouble) });
    this.goOn({ ...next, ...(trouble?.kind === 'refused' && { trouble: undefined }) });
  }

  private found(rows: readonly DraftView[], annotations: ReadonlyMap<string, AnnotationView>): void {
    for (const row of rows) {
      const entry = this.all.get(row.annotationId);
      const saved = annotations.get(row.annotationId);
      if (!entry && saved) this.takeUp(row, saved);
      else if (entry) this.look(entry, row);
    }
    // One that was only found, and is there no more, has become a revision elsewhere.
    const still = new Set(rows.map(({ annotationId }) => annotationId));
    for (const [id, entry] of this.all) if (!entry.here && !entry.call && !still.has(id)) this.release(id);
  }

  /** What I typed elsewhere. Where the annotation has changed since, nobody knows what of it I have seen. */
  private takeUp(row: DraftView, saved: AnnotationView): void {
    if (row.annotationRevision > saved.revision) return;
    const draft = { ...changeDraft(saved, row.statement), kept: keptOf(row), since: row.since };
    const entry = { draft, wanted: false, here: false, again: false };
    const conflicts = fields.filter((field) => !sameField(field, draft.base, row.statement));
    if (conflicts.length === 0 || row.annotationRevision === saved.revision) return this.goOn(entry);
    const merged = { merged: row.statement, conflicts };
    this.put({ ...entry, trouble: { kind: 'conflict', theirs: draft.base, saved, merge: merged } });
  }

  /** The server's state of a draft that is here, perhaps an old one. */
  private look(entry: Entry<Refusal>, row: DraftView): void {
    const { kept, typed } = entry.draft;
    const isNewer = row.updatedAt > (kept?.updatedAt ?? '') && row.version !== kept?.version;
    const isIdle = !entry.call && !entry.trouble && kept !== undefined && sameStatement(typed, kept.statement);
    const next = isNewer && isIdle ? taken(entry, row) : entry;
    const isAwaited = entry.here && isDue(entry, row);
    if (next !== entry || (isAwaited && !entry.wanted)) this.goOn({ ...next, wanted: entry.wanted || isAwaited });
  }

  private elapsed(entry: Entry<Refusal>): void {
    const idle = { ...entry, timer: undefined };
    if (entry.timer === 'retry') this.tryAgain(idle);
    else if (entry.timer === 'rest') this.goOn({ ...idle, wanted: true });
    else this.goOn(idle, true);
  }

  private tryAgain(entry: Entry<Refusal>): void {
    this.goOn({ ...entry, trouble: undefined }, true);
  }

  /**
   * The annotation was made, or has a new revision. The server may have put it into canonical form: only what was typed
   * since is still to be sent.
   */
  private saved({ draft, call, ...entry }: Entry<Refusal>, saved: AnnotationView): void {
    const sent = call?.sent ?? draft.typed;
    const adopted = adoptIds(draft.typed, sent, saved);
    this.release(draft.annotationId);
    this.effects.push({ type: 'show', id: draft.annotationId, saved, adopted });
    if (sameStatement(draft.typed, sent)) return;
    this.goOn({
      ...entry,
      draft: { ...changeDraft(saved, adopted), since: draft.since },
      again: false,
      timer: undefined,
      trouble: undefined,
    });
  }

  private kept(entry: Entry<Refusal>, row: DraftView): void {
    const kept = { ...keptOf(row), statement: entry.call?.sent ?? row.statement };
    const wanted = entry.wanted || isDue(entry, row);
    this.goOn({ ...entry, draft: { ...entry.draft, kept }, call: undefined, wanted });
  }

  private failed({ call, ...rest }: Entry<Refusal>, failure: Failure<Refusal>): void {
    const entry = { ...rest, wanted: rest.wanted || (call?.kind === 'revise' && failure.kind !== 'refused') };
    const { draft } = entry;
    if (failure.kind === 'unheard') {
      this.put({ ...entry, trouble: failure, again: true, timer: 'retry' });
      this.effects.push({ type: 'timer', id: draft.annotationId, after: pauses.retry });
    } else if (failure.kind === 'refused') this.put({ ...entry, trouble: failure });
    else if (failure.kind === 'stale') this.meet(entry, failure.saved);
    else this.meetMyself(entry, failure.row);
  }

  /** Somebody else was first. A merge that needs no choice goes on by itself, unless the review has gone on too. */
  private meet(entry: Entry<Refusal>, saved: AnnotationView): void {
    const { draft } = entry;
    const theirs = statementOf(saved);
    const both = merge(draft.base, draft.typed, theirs);
    this.effects.push({ type: 'show', id: draft.annotationId, saved, adopted: draft.typed });
    const isDecided = saved.status !== draft.status && decided.includes(saved.status);
    if (both.conflicts.length > 0 || isDecided)
      return this.put({ ...entry, trouble: { kind: 'conflict', theirs, saved, merge: both } });
    this.goOn({ ...entry, draft: rebased(draft, saved, both.merged), wanted: true });
  }

  /** I have typed on another device. */
  private meetMyself(entry: Entry<Refusal>, row: DraftView): void {
    const { draft } = entry;
    const both = merge(draft.kept?.statement ?? draft.base, draft.typed, row.statement);
    if (both.conflicts.length > 0)
      return this.put({ ...entry, trouble: { kind: 'conflict', theirs: row.statement, row, merge: both } });
    this.goOn({ ...entry, draft: { ...draft, typed: both.merged, kept: keptOf(row) } }, true);
  }

  private resolved(entry: Entry<Refusal>, fromTheirs: readonly Field[]): void {
    const { draft, trouble } = entry;
    if (trouble?.kind !== 'conflict') return;
    const { theirs, saved, row } = trouble;
    const typed = choose(trouble.merge.merged, theirs, fromTheirs);
    const next = saved ? rebased(draft, saved, typed) : { ...draft, typed };
    this.goOn({
      ...entry,
      draft: { ...next, ...(row && { kept: keptOf(row) }) },
      trouble: undefined,
      wanted: entry.wanted || saved !== undefined,
    });
  }

  private discarded({ draft: { annotationId: id, creation, kept } }: Entry<Refusal>): void {
    this.release(id);
    if (kept) this.effects.push({ type: 'drop', id, version: kept.version });
    if (creation) this.effects.push({ type: 'remove', id });
  }

  /** Does what is to be done next for a draft. @param now whether what was typed is sent without waiting for more */
  private goOn(entry: Entry<Refusal>, now = false): void {
    const { draft, call, trouble, wanted } = entry;
    const { annotationId: id, creation, base, typed, kept } = draft;
    if (call || trouble) return this.put(entry);
    if (creation) return this.send(entry, 'create');
    if (sameStatement(base, typed)) {
      this.release(id);
      if (kept) this.effects.push({ type: 'drop', id, version: kept.version });
      return;
    }
    const isKept = kept !== undefined && sameStatement(kept.statement, typed);
    const mayRevise = isRevision(base, typed);
    if (wanted && mayRevise) return this.send(entry, 'revise');
    if (!isKept && (now || wanted)) return this.send(entry, 'keep');
    if (wanted) return this.put({ ...entry, wanted: false, trouble: { kind: 'refused' } });
    if (!isKept) return this.wait(entry, 'typing');
    if (entry.here && mayRevise) return this.wait(entry, 'rest');
    this.put(entry);
  }

  private send(entry: Entry<Refusal>, kind: Call): void {
    const { draft, again } = entry;
    this.stopTimer(entry);
    this.put({
      ...entry,
      // A new annotation begins with its verdict, which is never wrong.
      call: { kind, sent: kind === 'create' ? draft.base : draft.typed },
      timer: undefined,
      wanted: entry.wanted && kind !== 'revise',
    });
    this.effects.push({ type: 'call', kind, draft, again });
  }

  private wait(entry: Entry<Refusal>, timer: 'typing' | 'rest'): void {
    this.put({ ...entry, timer });
    // From the first key on: who never pauses is kept too.
    if (entry.timer !== timer) this.effects.push({ type: 'timer', id: entry.draft.annotationId, after: pauses[timer] });
  }

  private stopTimer({ draft, timer }: Entry<Refusal>): void {
    if (timer) this.effects.push({ type: 'timer', id: draft.annotationId, after: undefined });
  }

  /** This browser keeps what the server does not have. */
  private put(entry: Entry<Refusal>): void {
    const { draft } = entry;
    const { annotationId: id, typed, kept } = draft;
    this.all.set(id, entry);
    const isSafe = !draft.creation && kept !== undefined && sameStatement(kept.statement, typed);
    this.effects.push(isSafe ? { type: 'forget', id } : { type: 'remember', draft });
  }

  private release(id: string): void {
    const entry = this.all.get(id);
    if (entry) this.stopTimer(entry);
    this.all.delete(id);
    this.effects.push({ type: 'forget', id });
  }
}

/** Whether somebody waits for what is typed, and it can be said. */
const isDue = <Refusal>({ draft: { base, typed } }: Entry<Refusal>, { awaitedSince }: DraftView): boolean =>
  awaitedSince !== undefined && isRevision(base, typed);

const keptOf = ({ version, statement, updatedAt }: DraftView): Kept => ({ version, statement, updatedAt });

/** A draft as it is on the server, where it was typed on elsewhere. */
const taken = <Refusal>(entry: Entry<Refusal>, row: DraftView): Entry<Refusal> => ({
  ...entry,
  draft: { ...entry.draft, typed: row.statement, kept: keptOf(row) },
  here: false,
});

/** What was typed, as a change of what was saved meanwhile. */
const rebased = ({ kept, since }: Draft, saved: AnnotationView, typed: Statement): Draft => ({
  ...changeDraft(saved, typed),
  ...(kept && { kept }),
  since,
});

function conflictWith(
  { base, kept, typed }: Draft,
  conflict: { readonly kind: 'conflict' } & Conflict,
): { readonly kind: 'conflict' } & Conflict {
  const from = conflict.row ? (kept?.statement ?? base) : base;
  return { ...conflict, merge: merge(from, typed, conflict.theirs) };
}
