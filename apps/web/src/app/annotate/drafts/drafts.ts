import { computed, DestroyRef, DOCUMENT, effect, inject, Injectable, signal, untracked } from '@angular/core';
import {
  annotation as annotationSchema,
  draft as draftSchema,
  routes,
  type AnnotationView,
  type DraftView,
  type WritingView,
} from '@belegg/contract';
import { judgementOf, type Judgement, type Selector, type Verdict } from '@belegg/domain';
import { Api } from '../../shell/api';
import { Connection } from '../../shell/connection';
import { ProblemError } from '../../shell/problem-error';
import { Session } from '../../shell/session';
import { AnnotateStore } from '../annotate.store';
import { changeDraft, creationDraft, madeBy, provisional, type Draft } from './draft';
import { draftBoxFor, type DraftBox } from './draft-box';
import { DraftMachine, type Call, type DraftEvent, type Effect, type Entries, type Failure } from './machine';
import { pendingOf, type Pending } from './pending';
import { changes, kept as keptStatement, sent, statementOf, type Field, type Statement } from './statement';

export type { Pending, SaveState } from './pending';

/**
 * Keeps what is typed: runs the `DraftMachine` with this page's server, clock and storage. It is in this browser at
 * once, on the server within a second, and in a revision when its author leaves the card, submits, rests, or is waited
 * for.
 */
@Injectable()
export class Drafts {
  private readonly api = inject(Api);
  private readonly store = inject(AnnotateStore);
  private readonly session = inject(Session);
  private readonly document = inject(DOCUMENT);
  private box: DraftBox | undefined;
  private unkept = false;
  private readonly entries = signal<Entries<ProblemError>>(new Map());
  private readonly writing = signal<readonly WritingView[]>([]);
  private readonly count = signal(0);
  /** How many calls were answered: a list of drafts that was asked for before the last one is of yesterday. */
  private answered = 0;
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly calls = new Map<string, Promise<void>>();
  /** Keys of citations by the ids that the server gave them. */
  private readonly keys = new Map<string, string>();

  readonly all = computed<ReadonlyMap<string, Pending>>(
    () => new Map([...this.entries()].map(([id, entry]) => [id, pendingOf(entry)])),
  );
  /** How often something was typed. */
  readonly typings = this.count.asReadonly();
  /** Who else is writing, by annotation. */
  readonly others = computed(() => {
    const byAnnotation = new Map<string, WritingView[]>();
    for (const one of this.writing())
      byAnnotation.set(one.annotationId, [...(byAnnotation.get(one.annotationId) ?? []), one]);
    return byAnnotation;
  });
  /** What is said as it is typed, for the text to show. */
  readonly judgements = computed<ReadonlyMap<string, Judgement>>(
    () => new Map([...this.entries()].map(([id, { draft }]) => [id, judgementOf(draft.typed.verdict)])),
    {
      equal: (a, b) => a.size === b.size && [...a].every(([id, judgement]) => b.get(id) === judgement),
    },
  );

  constructor() {
    const connection = inject(Connection);
    effect(() => {
      if (!connection.lost()) untracked(() => this.take({ type: 'online' }));
    });
    this.sendBeforeLeaving();
  }

  /**
   * Takes up what was left behind in this browser and on the server. Call it when the article and its annotations are
   * there.
   */
  async restore(articleId: string): Promise<void> {
    const me = this.session.current();
    this.box = me && draftBoxFor(this.document, { accountId: me.account.id, newsroomId: me.newsroom.id, articleId });
    for (const draft of this.box?.all() ?? []) {
      const known =
        draft.creation && me ? provisional(draft, articleId, me.account) : this.store.annotation(draft.annotationId);
      if (!known || this.entries().has(draft.annotationId)) continue;
      this.store.put(known);
      this.take({ type: 'restored', draft });
    }
    await this.look();
  }

  /** Asks the server what I am typing elsewhere, and who else is typing. What cannot be had now is asked for again. */
  async look(): Promise<void> {
    const id = this.store.article()?.id;
    if (id === undefined) return;
    const before = this.answered;
    try {
      const { mine, others } = await this.api.call(routes.listDrafts, { params: { id } });
      this.writing.set(others);
      if (before === this.answered)
        this.take({ type: 'found', rows: mine, annotations: mine.flatMap((row) => this.saved(row) ?? []) });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
    }
  }

  /** Tells those who are writing on an annotation, if there are any, that I have come to it. */
  async arrive(id: string): Promise<void> {
    if (!this.others().has(id) || !this.session.can('write')) return;
    try {
      const { others } = await this.api.call(routes.awaitDrafts, { params: { id } });
      this.writing.update((all) => [...all.filter(({ annotationId }) => annotationId !== id), ...others]);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
    }
  }

  /** What an annotation says, with what was typed. */
  statement(shown: AnnotationView): Statement {
    const annotation = this.latest(shown);
    return this.entries().get(annotation.id)?.draft.typed ?? statementOf(annotation, this.keys);
  }

  /** Makes an annotation: it is there at once, and saved as soon as the server answers. Returns its id for now. */
  create(selector: Selector, articleRevision: number, verdict: Verdict | undefined): string | undefined {
    const me = this.session.current()?.account;
    const articleId = this.store.article()?.id;
    const draft = creationDraft(selector, articleRevision, { verdict, rationale: '', citations: [] });
    const shown = me && articleId && provisional(draft, articleId, me);
    if (!shown) return undefined;
    this.store.put(shown);
    this.take({ type: 'made', draft });
    return draft.annotationId;
  }

  /**
   * Takes note of what was typed. Keys may come before the page shows what the server has answered, under the id before
   * that.
   */
  type(shown: AnnotationView, typed: Statement): void {
    this.count.update((count) => count + 1);
    this.take({ type: 'typed', draft: changeDraft(this.latest(shown), typed, this.keys) });
  }

  /** The author leaves the card: what was typed becomes a revision. */
  leave(id: string): void {
    this.take({ type: 'left', id: this.store.currentId(id) });
  }

  /** Makes a revision of what is typed, without waiting. Whether there is nothing left to save. */
  async settle(id: string): Promise<boolean> {
    const current = (): string => this.store.currentId(id);
    while (this.entries().has(current())) {
      const running = this.calls.get(current());
      if (!running) this.take({ type: 'wanted', id: current() });
      const call = running ?? this.calls.get(current());
      if (!call) return !this.entries().has(current());
      await call;
      if (this.entries().get(current())?.trouble) return false;
    }
    return true;
  }

  /** Answers a conflict: the fields named are to be as they were saved or typed elsewhere, the rest as typed here. */
  resolve(id: string, fromTheirs: readonly Field[]): void {
    this.take({ type: 'resolved', id, fromTheirs });
  }

  /** Puts away what was typed. */
  discard(id: string): void {
    this.take({ type: 'discarded', id });
  }

  private take(event: DraftEvent<ProblemError>): void {
    const { entries, effects } = DraftMachine.step(untracked(this.entries), event);
    if (effects.length > 0) this.entries.set(entries);
    for (const one of effects) this.run(one);
  }

  private run(effect: Effect): void {
    switch (effect.type) {
      case 'call':
        return this.call(effect.kind, effect.draft, effect.again);
      case 'timer':
        return this.setTimer(effect.id, effect.after);
      case 'remember':
        this.unkept = !(this.box?.keep(effect.draft) ?? false);
        return;
      case 'forget':
        return this.box?.forget(effect.id);
      case 'drop':
        void this.drop(effect.id, effect.version);
        return;
      case 'remove':
        return this.store.drop(effect.id);
      case 'show':
        this.store.rename(effect.id, effect.saved);
        for (const { id, key } of effect.adopted.citations) if (id !== undefined) this.keys.set(id, key);
    }
  }

  private call(kind: Call, draft: Draft, again: boolean): void {
    const { annotationId: id } = draft;
    const call = this.send(kind, draft, again)
      .catch((error: unknown): DraftEvent<ProblemError> => ({ type: 'failed', id, failure: failureOf(kind, error) }))
      .then((event) => {
        this.calls.delete(id);
        this.answered++;
        this.take(event);
      });
    this.calls.set(id, call);
  }

  private async send(kind: Call, draft: Draft, again: boolean): Promise<DraftEvent<ProblemError>> {
    const { annotationId: id, base, typed, etag, kept, revision } = draft;
    const params = { id };
    switch (kind) {
      case 'create':
        return { type: 'saved', id, saved: await this.post(draft, again) };
      case 'keep': {
        const body = { annotationRevision: revision, replaces: kept?.version, statement: keptStatement(typed) };
        return { type: 'kept', id, row: await this.api.call(routes.keepDraft, { params, body }) };
      }
      case 'revise': {
        const body = { ...changes(base, typed), ...(kept && { draft: kept.version }) };
        const ifMatch = etag ?? '';
        return { type: 'saved', id, saved: await this.api.call(routes.changeAnnotation, { params, body, ifMatch }) };
      }
    }
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
      body: { ...draft.base, ...draft.creation, citations: sent(draft.base.citations) },
    });
  }

  /** What cannot be dropped now is found again, which loses nothing. */
  private async drop(id: string, version: string): Promise<void> {
    try {
      await this.api.call(routes.discardDraft, { params: { id }, query: { version } });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
    }
  }

  private saved({ annotationId }: DraftView): AnnotationView | undefined {
    return this.store.annotation(annotationId);
  }

  private latest(shown: AnnotationView): AnnotationView {
    return this.store.annotation(this.store.currentId(shown.id)) ?? shown;
  }

  private setTimer(id: string, after: number | undefined): void {
    clearTimeout(this.timers.get(id));
    this.timers.delete(id);
    if (after !== undefined)
      this.timers.set(
        id,
        setTimeout(() => this.take({ type: 'elapsed', id }), after),
      );
  }

  private sendBeforeLeaving(): void {
    const view = this.document.defaultView;
    const hidden = (): void => {
      if (this.document.visibilityState === 'hidden') this.take({ type: 'hidden' });
    };
    const leaving = (event: Event): void => {
      if (this.unkept && this.entries().size > 0) event.preventDefault();
    };
    this.document.addEventListener('visibilitychange', hidden);
    view?.addEventListener('beforeunload', leaving);
    inject(DestroyRef).onDestroy(() => {
      for (const [id, { here }] of this.entries()) if (here) this.take({ type: 'left', id });
      this.timers.forEach((timer) => clearTimeout(timer));
      this.document.removeEventListener('visibilitychange', hidden);
      view?.removeEventListener('beforeunload', leaving);
    });
  }
}

/** @throws what is no answer of the server */
function failureOf(kind: Call, error: unknown): Failure<ProblemError> {
  if (!(error instanceof ProblemError)) throw error;
  if (error.is('stale') && kind === 'keep')
    return { kind: 'typed-elsewhere', row: draftSchema.parse(error.problem.current) };
  if (error.is('stale') && kind === 'revise')
    return { kind: 'stale', saved: annotationSchema.parse(error.problem.current) };
  const isUnheard = error.is('unavailable') || error.is('unauthenticated') || error.is('too-slow');
  return isUnheard ? { kind: 'unheard' } : { kind: 'refused', error };
}
