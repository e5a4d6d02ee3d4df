import { inject, Injectable, signal } from '@angular/core';
import { routes, type AnnotationView } from '@belegg/contract';
import type { Action, SourceLack } from '@belegg/domain';
import { Api } from '../shell/api';
import { I18n } from '../shell/i18n';
import { ProblemError } from '../shell/problem-error';
import { Toasts } from '../shell/toasts';
import { AnnotateStore } from './annotate.store';
import { Drafts } from './drafts/drafts';
import { messages } from './messages';
import { ServerWords } from './server-words';
import { Undo } from './undo';

/** The acts of review on an annotation. What is typed is saved first, so that nobody decides on less than is seen. */
@Injectable()
export class Reviews {
  private readonly api = inject(Api);
  private readonly store = inject(AnnotateStore);
  private readonly drafts = inject(Drafts);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(ServerWords);
  private readonly undo = inject(Undo);
  private readonly t = inject(I18n).of(messages);
  /** Answers to what reviewers asked for, by key of the annotation; they are sent with the claim. */
  private readonly answers = signal<ReadonlyMap<string, string>>(new Map());
  /** What claims lacked, by the newsroom's rule on sources, when they were sent; by key of the annotation. */
  private readonly lacks = signal<ReadonlyMap<string, SourceLack>>(new Map());
  private readonly acting = signal<ReadonlySet<string>>(new Set());
  /** Settles when the acts so far are done: they go to the server one after the other, in the order of the keys. */
  private last: Promise<unknown> = Promise.resolve();

  /** Whether an act on this annotation is on its way. */
  isActing({ id }: AnnotationView): boolean {
    return this.acting().has(this.store.keyOf(id));
  }

  /** What is typed as an answer to what a reviewer asked for. */
  answer({ id }: AnnotationView): string {
    return this.answers().get(this.store.keyOf(id)) ?? '';
  }

  noteAnswer({ id }: AnnotationView, words: string): void {
    this.answers.update((all) => new Map(all).set(this.store.keyOf(id), words));
  }

  /** What it lacked when it was sent; whoever sends it again may say why it goes without. */
  lack({ id }: AnnotationView): SourceLack | undefined {
    return this.lacks().get(this.store.keyOf(id));
  }

  forgetLack({ id }: AnnotationView): void {
    const key = this.store.keyOf(id);
    this.lacks.update((all) => new Map([...all].filter(([other]) => other !== key)));
  }

  /**
   * Whether it was done. The words go along as the comment, or the reason. A second act on the same annotation is
   * refused.
   */
  act(
    annotation: AnnotationView,
    action: Exclude<Action, 'edit'>,
    words = '',
    withoutSources?: string,
  ): Promise<boolean> {
    if (this.isActing(annotation)) return Promise.resolve(false);
    const key = this.store.keyOf(annotation.id);
    this.acting.update((keys) => new Set(keys).add(key));
    const done = this.last
      .then(() => this.perform(annotation, action, words, withoutSources))
      .finally(() => this.acting.update((keys) => new Set([...keys].filter((other) => other !== key))));
    this.last = done.catch(() => undefined);
    return done;
  }

  private async perform(
    annotation: AnnotationView,
    action: Exclude<Action, 'edit'>,
    words: string,
    withoutSources: string | undefined,
  ): Promise<boolean> {
    if (!(await this.drafts.settle(annotation.id))) {
      this.toasts.say(this.t('saveFirst'));
      return false;
    }
    const current = this.store.annotation(this.store.currentId(annotation.id)) ?? annotation;
    this.forgetLack(annotation);
    const isDone = await this.words.attempt(async () => {
      try {
        this.store.put(await this.call(current, action, words, withoutSources));
      } catch (error) {
        if (error instanceof ProblemError) this.noteLack(annotation, error.problem.missing);
        throw error;
      }
    });
    if (isDone) this.undo.offer(this.t(`done_${action}`));
    return isDone;
  }

  private noteLack({ id }: AnnotationView, lack: SourceLack | undefined): void {
    if (lack) this.lacks.update((all) => new Map(all).set(this.store.keyOf(id), lack));
  }

  private call(
    { id, etag }: AnnotationView,
    action: Exclude<Action, 'edit'>,
    words: string,
    withoutSources: string | undefined,
  ): Promise<AnnotationView> {
    const options = { params: { id }, ifMatch: etag };
    switch (action) {
      case 'submit':
        return this.api.call(routes.submitAnnotation, { ...options, body: { comment: words, withoutSources } });
      case 'withdraw':
        return this.api.call(routes.withdrawAnnotation, { ...options, body: { comment: words } });
      case 'approve':
        return this.api.call(routes.approveAnnotation, { ...options, body: { comment: words } });
      case 'return':
        return this.api.call(routes.returnAnnotation, { ...options, body: { comment: words } });
      case 'retire':
        return this.api.call(routes.retireAnnotation, { ...options, body: { reason: words } });
    }
  }
}
