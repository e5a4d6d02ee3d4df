import { Injectable } from '@nestjs/common';
import type { FoundThread } from '../intake';
import type { Actor } from '../platform/actor';
import type { Tx } from '../platform/database/database';
import { Checkability } from '../reviews';
import type { Text } from '../texts';
import { AssignmentPlaces } from '../assignments';
import { ThreadImporter, ThreadPlaces, type TalkPlan } from '../threads';

/**
 * What stands on a text beside its annotations, and follows it to the next one: marks of sentences, assignments, and
 * talk.
 */
@Injectable()
export class Followers {
  constructor(
    private readonly checkability: Checkability,
    private readonly places: ThreadPlaces,
    private readonly threads: ThreadImporter,
    private readonly assignments: AssignmentPlaces,
  ) {}

  /**
   * @param sentences of which what was said holds: their index in the new text by that in the one before
   * @param eventId the event that tells of the new text
   * @param found the comments that came with it
   */
  async follow(
    tx: Tx,
    actor: Actor,
    { before, next }: { readonly before: Text; readonly next: Text },
    sentences: ReadonlyMap<number, number>,
    eventId: bigint,
    found: readonly FoundThread[],
  ): Promise<void> {
    await this.checkability.carry(tx, actor.newsroomId, before, next, sentences, eventId);
    await this.places.follow(tx, actor.newsroomId, before, next);
    await this.assignments.follow(tx, actor.newsroomId, before, next);
    await this.bring(tx, actor, next, found);
  }

  /** What of the comments of a file is new on an article. Changes nothing. */
  talk(tx: Tx, newsroomId: string, articleId: string, found: readonly FoundThread[]): Promise<TalkPlan> {
    return this.threads.plan(tx, newsroomId, articleId, found);
  }

  /** Takes in what is new of the comments of a file, on the text as it is. @returns whether anything was */
  bring(tx: Tx, actor: Actor, text: Text, found: readonly FoundThread[]): Promise<boolean> {
    return this.threads.bring(tx, actor, text, found);
  }
}
