import { computed, DestroyRef, DOCUMENT, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { annotation as annotationSchema, changeAnnotationBody, routes, type AnnotationView } from '@belegg/contract';
import type { Selector, Status, Verdict } from '@belegg/domain';
import { Api } from '../../shell/api';
import { Connection } from '../../shell/connection';
import { ProblemError } from '../../shell/problem-error';
import { Session } from '../../shell/session';
import { AnnotateStore } from '../annotate.store';
import { changeDraft, creationDraft, madeBy, provisional, type Draft } from './draft';
import { draftBoxFor, type DraftBox } from './draft-box';
import { choose, merge, type Merge } from './merge';
import { adoptIds, changes, sameStatement, sent, statementOf, type Field, type Statement } from './statement';

/** How far a draft is. `waiting`: typed a moment ago; `retrying`: the server was not reached; `refused`: it will not have it so. */
export type SaveState = 'waiting' | 'saving' | 'retrying' | 'conflict' | 'refused';

/** A draft on its way to the server. */
export interface Pending {
  readonly draft: Draft;
  readonly state: SaveState;
  /** Why it was refused; without one, the page itself sees that a field cannot be right, as half of an address. */
  readonly error?: ProblemError;
  /** With `conflict`: what somebody else saved meanwhile, and what comes of both. */
  readonly conflict?: { readonly theirs: AnnotationView; readonly merge: Merge };
}

const typingPause = 900;
const retryPause = 4000;
/** Where a review has gone on, typing has to stop and look. */
const decided: readonly Status[] = ['submitted', 'approved', 'retired'];

/**
 * Keeps what is typed: at once in this browser, and after a pause on the server. What cannot be sent is tried again, also
 * after a reload; what meets somebody else's change is merged, by a person where both changed the same.
 */
@Injectable()
export class Drafts {
  private readonly api = inject(Api);
  private readonly store = inject(AnnotateStore);
  private readonly session = inject(Session);
  private readonly document = inject(DOCUMENT);
  private box: DraftBox | undefined;
  private unkept = false;
  private readonly pending = signal<ReadonlyMap<string, Pending>>(new Map());
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** Keys of citations by the ids that the server gave them. */
  private readonly keys = new Map<string, string>();
  private readonly sending = new Map<string, Promise<void>>();

  readonly all = this.pending.asReadonly();
  /** Verdicts as typed, for the text to show. */
  readonly verdicts = computed<ReadonlyMap<string, Verdict>>(
    () => new Map([...this.pending()].map(([id, { draft }]) => [id, draft.typed.verdict])),
    {
      equal: (a, b) => a.size === b.size && [...a].every(([id, verdict]) => b.get(id) === verdict),
    },
  );

  constructor() {
    const connection = inject(Connection);
    effect(() => {
      if (!connection.lost()) untracked(() => this.sendAll());
    });
    this.sendBeforeLeaving();
  }

  /** Takes up what was left behind in this browser. Call it when the article and its annotations are there. */
  restore(articleId: string): void {
    const me = this.session.current();
    this.box = me && draftBoxFor(this.document, { accountId: me.account.id, newsroomId: me.newsroom.id, articleId });
    for (const draft of this.box?.all() ?? []) {
      const known =
        draft.creation && me ? provisional(draft, articleId, me.account) : this.store.annotation(draft.annotationId);
      if (!known || this.pending().has(draft.annotationId)) continue;
      this.store.put(known);
      this.hold({ draft, state: draft.creation ? 'retrying' : 'waiting' });
      void this.send(draft.annotationId);
    }
  }

  /** What an annotation says, with what was typed. */
  statement(shown: AnnotationView): Statement {
    const annotation = this.latest(shown);
    return this.pending().get(annotation.id)?.draft.typed ?? statementOf(annotation, this.keys);
  }

  /** Makes an annotation: it is there at once, and saved as soon as the server answers. Returns its id for now. */
  create(selector: Selector, articleRevision: number, verdict: Verdict): string | undefined {
    const me = this.session.current()?.account;
    const articleId = this.store.article()?.id;
    const draft = creationDraft(selector, articleRevision, { verdict, rationale: '', citations: [] });
    const shown = me && articleId && provisional(draft, articleId, me);
    if (!shown) return undefined;
    this.store.put(shown);
    this.hold({ draft, state: 'waiting' });
    void this.send(draft.annotationId);
    return draft.annotationId;
  }

  /** Takes note of what was typed. Keys may come before the page shows what the server has answered, under the id before that. */
  type(shown: AnnotationView, typed: Statement): void {
    const annotation = this.latest(shown);
    const before = this.pending().get(annotation.id);
    const draft = before ? { ...before.draft, typed } : changeDraft(annotation, typed);
    if (!before && sameStatement(draft.base, typed)) return;
    if (before?.conflict) return this.hold(conflictOf(draft, before.conflict.theirs));
    const underway = before?.state === 'saving' || before?.state === 'retrying';
    this.hold({ draft, state: underway ? before.state : 'waiting' });
    if (!underway) this.sendAfter(annotation.id, typingPause);
  }

  /** Sends what is typed without waiting. Whether all of it is saved now. */
  async settle(id: string): Promise<boolean> {
    do await this.send(this.store.currentId(id));
    while (this.pending().get(this.store.currentId(id))?.state === 'waiting');
    return !this.pending().has(this.store.currentId(id));
  }

  /** Answers a conflict: the fields named are to be as somebody else saved them, the rest as typed. */
  resolve(id: string, fromTheirs: readonly Field[]): void {
    const { draft, conflict } = this.pending().get(id) ?? {};
    if (!draft || !conflict) return;
    const {
      theirs,
      merge: { merged },
    } = conflict;
    this.goOn(draft, theirs, choose(merged, statementOf(theirs), fromTheirs));
  }

  /** Puts away what was typed. */
  discard(id: string): void {
    const draft = this.pending().get(id)?.draft;
    this.release(id);
    if (draft?.creation) this.store.drop(id);
  }

  private latest(shown: AnnotationView): AnnotationView {
    return this.store.annotation(this.store.currentId(shown.id)) ?? shown;
  }

  private send(id: string): Promise<void> {
    this.stopTimer(id);
    const running = this.sending.get(id);
    if (running) return running;
    const entry = this.pending().get(id);
    if (!entry || entry.state === 'conflict') return Promise.resolve();
    if (!isSendable(entry.draft)) {
      this.hold({ draft: entry.draft, state: 'refused' });
      return Promise.resolve();
    }
    this.hold({ draft: entry.draft, state: 'saving' });
    const call = this.deliver(entry)
      .catch((error: unknown) => this.failed(id, error))
      .finally(() => this.sending.delete(id));
    this.sending.set(id, call);
    return call;
  }

  private async deliver({ draft, state }: Pending): Promise<void> {
    const saved = draft.creation ? await this.post(draft, state === 'retrying') : await this.patch(draft);
    const typed = this.pending().get(draft.annotationId)?.draft.typed ?? draft.typed;
    this.store.rename(draft.annotationId, saved);
    this.release(draft.annotationId);
    const adopted = adoptIds(typed, draft.typed, saved);
    for (const { id, key } of adopted.citations) if (id !== undefined) this.keys.set(id, key);
    // The server may have put what was sent into canonical form: only what was typed since is still to be sent.
    if (!sameStatement(typed, draft.typed)) this.goOn(draft, saved, adopted);
  }

  private async post(draft: Draft, again: boolean): Promise<AnnotationView> {
    const me = this.session.current()?.account;
    const id = this.store.article()?.id;
    if (!draft.creation || !id || !me) throw new Error('A new annotation needs an article and somebody signed in');
    if (again) {
      await this.store.reloadAnnotations();
      const made = madeBy(draft, this.store.annotations(), me);
      if (made) return made;
    }
    return this.api.call(routes.createAnnotation, {
      params: { id },
      body: { ...draft.typed, ...draft.creation, citations: sent(draft.typed.citations) },
    });
  }

  private patch({ annotationId: id, base, typed, etag }: Draft): Promise<AnnotationView> {
    return this.api.call(routes.changeAnnotation, {
      params: { id },
      body: changes(base, typed),
      ...(etag !== undefined && { ifMatch: etag }),
    });
  }

  /** Goes on from what the server has now; nothing is left to do where that is what was typed. */
  private goOn({ since }: Draft, saved: AnnotationView, typed: Statement): void {
    this.release(saved.id);
    if (sameStatement(statementOf(saved), typed)) return;
    this.hold({ draft: { ...changeDraft(saved, typed), since }, state: 'waiting' });
    this.sendAfter(saved.id, typingPause);
  }

  private failed(id: string, error: unknown): void {
    const draft = this.pending().get(id)?.draft;
    if (!draft) return;
    if (!(error instanceof ProblemError)) {
      this.hold({ draft, state: 'retrying' });
      throw error;
    }
    if (error.is('stale') && !draft.creation) return this.meet(draft, annotationSchema.parse(error.problem.current));
    const unheard = error.is('unavailable') || error.is('unauthenticated') || error.is('too-slow');
    this.hold(unheard ? { draft, state: 'retrying' } : { draft, state: 'refused', error });
    if (unheard) this.sendAfter(id, retryPause);
  }

  /** Somebody else was first. A merge that needs no choice goes on by itself, unless the review has gone on too. */
  private meet(draft: Draft, theirs: AnnotationView): void {
    this.store.put(theirs);
    const conflict = conflictOf(draft, theirs);
    const reviewed = theirs.status !== draft.status && decided.includes(theirs.status);
    if (conflict.conflict.merge.conflicts.length > 0 || reviewed) return this.hold(conflict);
    this.goOn(draft, theirs, conflict.conflict.merge.merged);
  }

  private hold(entry: Pending): void {
    this.pending.update((all) => new Map(all).set(entry.draft.annotationId, entry));
    this.unkept = !(this.box?.keep(entry.draft) ?? false);
  }

  private release(id: string): void {
    this.stopTimer(id);
    this.pending.update((all) => new Map([...all].filter(([other]) => other !== id)));
    this.box?.forget(id);
  }

  private sendAll(): void {
    this.pending().forEach(({ state }, id) => {
      if (state === 'waiting' || state === 'retrying') void this.send(id);
    });
  }

  private sendAfter(id: string, delay: number): void {
    this.stopTimer(id);
    this.timers.set(
      id,
      setTimeout(() => void this.send(id), delay),
    );
  }

  private stopTimer(id: string): void {
    clearTimeout(this.timers.get(id));
    this.timers.delete(id);
  }

  private sendBeforeLeaving(): void {
    const view = this.document.defaultView;
    const hidden = (): void => {
      if (this.document.visibilityState === 'hidden') this.sendAll();
    };
    const leaving = (event: Event): void => {
      if (this.unkept && this.pending().size > 0) event.preventDefault();
    };
    this.document.addEventListener('visibilitychange', hidden);
    view?.addEventListener('beforeunload', leaving);
    inject(DestroyRef).onDestroy(() => {
      this.sendAll();
      this.timers.forEach((timer) => clearTimeout(timer));
      this.document.removeEventListener('visibilitychange', hidden);
      view?.removeEventListener('beforeunload', leaving);
    });
  }
}

function isSendable({ base, typed }: Draft): boolean {
  return changeAnnotationBody.safeParse(changes(base, typed)).success;
}

function conflictOf(draft: Draft, theirs: AnnotationView): Pending & Required<Pick<Pending, 'conflict'>> {
  return { draft, state: 'conflict', conflict: { theirs, merge: merge(draft.base, draft.typed, statementOf(theirs)) } };
}
