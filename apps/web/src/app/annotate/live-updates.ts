import { DOCUMENT, effect, inject, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { EventView } from '@belegg/contract';
import { bufferTime, filter } from 'rxjs';
import { Connection } from '../shell/connection';
import { Live } from '../shell/live';
import { AnnotateStore } from './annotate.store';
import { PageFocus } from './page-focus';
import { isLocal } from './drafts/draft';
import { Drafts } from './drafts/drafts';
import { Sources } from '../sources';

/** How long news is gathered before it is fetched, so that a burst costs one round. */
const gather = 400;
/** From so many annotations on, reading all of them anew is cheaper than one by one. */
const many = 20;

/** Keeps the page up to date with what others do. Call it where injection is possible. */
export function followEvents(): void {
  const store = inject(AnnotateStore);
  const sources = inject(Sources);
  const connection = inject(Connection);

  const refresh = async (events: readonly EventView[]): Promise<void> => {
    const here = events.filter(({ articleId }) => articleId === store.article()?.id);
    const has = (kind: string): boolean => here.some(({ type }) => type.startsWith(kind));
    const touched = new Set(
      here.filter(({ type }) => type.startsWith('annotation.')).flatMap(({ subjectId }) => subjectId ?? []),
    );
    if (has('article.') || has('sentence.')) await store.reloadArticle();
    if (has('article.revised') || has('article.sourceEdited') || touched.size > many) await store.reloadAnnotations();
    else await Promise.all([...touched].map((id) => store.reloadAnnotation(id)));
    if (has('annotation.retired')) await store.reloadArticle();
    const edited = events.flatMap(({ type, subjectId }) =>
      type === 'source.edited' && subjectId !== undefined ? [subjectId] : [],
    );
    await Promise.all(edited.map((id) => sources.refresh(id)));
  };

  // What cannot be fetched now is fetched with the rest when the connection is back.
  const attempt = (task: Promise<void>): void => void task.catch(() => undefined);
  inject(Live)
    .events.pipe(
      bufferTime(gather),
      filter(({ length }) => length > 0),
      takeUntilDestroyed(),
    )
    .subscribe((events) => attempt(refresh(events)));

  let wasLost = false;
  effect(() => {
    const lost = connection.lost();
    if (wasLost && !lost)
      attempt(
        untracked(async () => {
          await store.reloadArticle();
          await store.reloadAnnotations();
        }),
      );
    wasLost = lost;
  });
}

/** How often a page with an open card asks who is writing: typing makes no event. */
const lookPause = 8000;

/**
 * Keeps the open card up to date with what I type elsewhere and who else is writing. Who is writing on it when it is
 * opened is told, once. Call it where injection is possible.
 */
export function followDrafts(): void {
  const pageFocus = inject(PageFocus);
  const drafts = inject(Drafts);
  const document = inject(DOCUMENT);
  effect((onCleanup) => {
    const id = pageFocus.activeId();
    if (id === undefined || isLocal(id)) return;
    untracked(() => void drafts.look().then(() => drafts.arrive(id)));
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void drafts.look();
    }, lookPause);
    onCleanup(() => clearInterval(timer));
  });
}
