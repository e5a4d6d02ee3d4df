import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import {
  readAll,
  routes,
  type AnnotationView,
  type NewComment,
  type NewThread,
  type ThreadView,
} from '@belegg/contract';
import { bufferTime, filter } from 'rxjs';
import { Api } from '../shell/api';
import { Connection } from '../shell/connection';
import { Live } from '../shell/live';
import { ProblemError } from '../shell/problem-error';
import { linksIn } from './mentions';

/** Milliseconds for which news is gathered before it is fetched, so that a burst costs one round. */
const gather = 300;

/** All conversations of one article, kept up to date with what others say. */
@Injectable()
export class Threads {
  private readonly api = inject(Api);
  private readonly article = signal<string | undefined>(undefined);
  private readonly byId = signal<ReadonlyMap<string, ThreadView>>(new Map());
  private readonly problem = signal<unknown>(undefined);
  private readonly done = signal(false);
  private turn = 0;
  /** What came one by one since all were last asked for. */
  private arrived = new Set<string>();

  readonly error = this.problem.asReadonly();
  readonly articleId = this.article.asReadonly();
  /** Whether they have been read once. */
  readonly loaded = this.done.asReadonly();
  /** The oldest first. */
  readonly all = computed(() => [...this.byId().values()].sort((a, b) => (a.id < b.id ? -1 : 1)));
  readonly open = computed(() => this.all().filter(({ resolved }) => !resolved));
  readonly unread = computed(() => this.all().reduce((sum, { unread }) => sum + unread, 0));
  /** Those on annotations, by annotation. */
  readonly onAnnotation = computed(() => {
    const groups = new Map<string, ThreadView[]>();
    for (const thread of this.all())
      if (thread.annotationId !== undefined)
        groups.set(thread.annotationId, [...(groups.get(thread.annotationId) ?? []), thread]);
    return groups;
  });
  /** Open ones on words that are in the text, at least by suggestion. */
  readonly inText = computed(() => this.open().filter(({ passage }) => passage?.selector));

  constructor() {
    effect(() => {
      const article = this.article();
      untracked(() => {
        this.turn++;
        this.byId.set(new Map());
        this.done.set(false);
        if (article !== undefined) void this.load();
      });
    });
    inject(Live)
      .events.pipe(
        filter(({ type, articleId }) => articleId === this.article() && tells(type)),
        bufferTime(gather),
        filter(({ length }) => length > 0),
        takeUntilDestroyed(),
      )
      .subscribe(() => void this.load());
    const connection = inject(Connection);
    let wasLost = false;
    effect(() => {
      const lost = connection.lost();
      if (wasLost && !lost) untracked(() => void this.load());
      wasLost = lost;
    });
  }

  /** From now on, the conversations of this article. */
  follow(article: string | undefined): void {
    this.article.set(article);
  }

  /** The links that somebody named in those about an annotation, each once. */
  linksAbout(annotation: AnnotationView): readonly string[] {
    const said = this.about(annotation).flatMap(({ comments }) => comments.map(({ text }) => text));
    return [...new Set(said.flatMap(linksIn))];
  }

  /** Those on an annotation, and those on words that it is about. */
  about({ id, selector: [own], anchor }: AnnotationView): readonly ThreadView[] {
    return this.all().filter(({ annotationId, passage }) => {
      const [place] = passage?.selector ?? [];
      const isThere = anchor.outcome !== 'orphaned' && place !== undefined;
      return annotationId === id || (isThere && place.start < own.end && own.start < place.end);
    });
  }

  /** Reads all anew. Of several readings the one begun last counts; what was said meanwhile stays. */
  async load(): Promise<void> {
    const article = this.article();
    if (article === undefined) return;
    const turn = ++this.turn;
    const meanwhile = (this.arrived = new Set());
    try {
      const items = await readAll(this.api, routes.listThreads, { query: { article } });
      if (turn !== this.turn) return;
      this.byId.update((before) => {
        const kept = [...before.values()].filter(({ id }) => meanwhile.has(id));
        return new Map([...items, ...kept].map((thread) => [thread.id, thread]));
      });
      this.problem.set(undefined);
      this.done.set(true);
    } catch (error) {
      if (turn === this.turn) this.problem.set(error);
    }
  }

  async begin(body: NewThread): Promise<ThreadView> {
    return this.put(await this.api.call(routes.createThread, { body }));
  }

  async answer({ id }: ThreadView, body: NewComment): Promise<void> {
    this.put(await this.api.call(routes.addComment, { params: { id }, body }));
  }

  /** @throws ProblemError `stale` when it says something else by now, which is read then */
  async edit({ id }: ThreadView, number: number, revision: number, said: NewComment): Promise<void> {
    try {
      this.put(await this.api.call(routes.editComment, { params: { id, number }, body: { ...said, revision } }));
    } catch (error) {
      if (error instanceof ProblemError && error.is('stale')) await this.load();
      throw error;
    }
  }

  async settle({ id, resolved }: ThreadView): Promise<void> {
    this.put(await this.api.call(resolved ? routes.reopenThread : routes.resolveThread, { params: { id } }));
  }

  /** Notes that all of it was read. Not heard, it is noted the next time. */
  async read({ id, unread, comments }: ThreadView): Promise<void> {
    if (unread === 0) return;
    try {
      this.put(
        await this.api.call(routes.readThread, { params: { id }, body: { upTo: comments.at(-1)?.number ?? 0 } }),
      );
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
    }
  }

  private put(thread: ThreadView): ThreadView {
    this.arrived.add(thread.id);
    if (thread.articleId === this.article()) this.byId.update((all) => new Map(all).set(thread.id, thread));
    return thread;
  }
}

/** A new text moves the passages. */
function tells(type: string): boolean {
  return type.startsWith('thread.') || type === 'article.revised';
}
