import { inject, Injectable, signal } from '@angular/core';
import { selector } from '@belegg/contract';
import * as z from 'zod';
import { Session } from '../shell/session';
import { read, write } from '../shell/stored';

const begun = z.array(z.object({ key: z.string(), selector, articleRevision: z.int() }));
/** A conversation on a passage that was begun and not sent: which words it is about, of which text. */
export type Begun = z.infer<typeof begun>[number];

/** What was typed and not sent yet, by place. This browser keeps it for its author through reloads and crashes. */
@Injectable()
export class Written {
  private readonly owner = inject(Session).current()?.account.id ?? '';
  private readonly typed = signal<ReadonlyMap<string, string>>(new Map());
  private readonly passages = signal<ReadonlyMap<string, readonly Begun[]>>(new Map());

  /** Undefined where nothing was typed. */
  of(place: string): string | undefined {
    return this.typed().get(place) ?? read(this.name(place));
  }

  keep(place: string, text: string): void {
    this.typed.update((all) => new Map(all).set(place, text));
    write(this.name(place), text === '' ? undefined : text);
  }

  forget(place: string): void {
    this.typed.update((all) => new Map([...all].filter(([other]) => other !== place)));
    write(this.name(place), undefined);
  }

  /** The passages of an article on which a conversation was begun, the first begun first. */
  begunIn(articleId: string): readonly Begun[] {
    return this.passages().get(articleId) ?? this.stored(articleId);
  }

  begin(articleId: string, passage: Begun): void {
    this.set(articleId, [...this.stored(articleId).filter(({ key }) => key !== passage.key), passage]);
  }

  end(articleId: string, key: string): void {
    this.forget(placeOfBegun(articleId, key));
    this.set(
      articleId,
      this.stored(articleId).filter((one) => one.key !== key),
    );
  }

  private set(articleId: string, passages: readonly Begun[]): void {
    this.passages.update((all) => new Map(all).set(articleId, passages));
    write(this.name(`begun.${articleId}`), passages.length === 0 ? undefined : JSON.stringify(passages));
  }

  /** As the browser has it, since another tab may have begun some; what only this page knows stays. */
  private stored(articleId: string): readonly Begun[] {
    const kept = begun.safeParse(parsed(read(this.name(`begun.${articleId}`)))).data ?? [];
    const known = this.passages().get(articleId) ?? [];
    return [...kept, ...known.filter(({ key }) => !kept.some((one) => one.key === key))];
  }

  private name(place: string): string {
    return `talk.${this.owner}.${place}`;
  }
}

export const placeOfBegun = (articleId: string, key: string): string => `${articleId}.${key}`;

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null') as unknown;
  } catch {
    return undefined;
  }
}
