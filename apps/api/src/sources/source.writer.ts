import { Injectable } from '@nestjs/common';
import type { NewSource } from '@belegg/contract';
import { isDeepStrictEqual } from 'node:util';
import { EventLog } from '../events';
import type { Actor } from '../platform/actor';
import { Clock } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { send } from '../platform/database/statements';
import { newId } from '../platform/ids';
import { readCitingArticles } from './citing.repository';
import { nameReaders, numberProtected, protectionCount, readRegistrar } from './protection.repository';
import { insertSourceRevision } from './revision.repository';
import { insertSource, lockNames, updateSource, type SourceRow } from './source.repository';
import { toFacts } from './source.view';

/** Appends what a source says of itself, and tells the log. It was checked and is locked. */
@Injectable()
export class SourceWriter {
  constructor(
    private readonly log: EventLog,
    private readonly clock: Clock,
  ) {}

  /** @returns the id of the new source */
  async add(tx: Tx, actor: Actor, source: NewSource): Promise<string> {
    const { newsroomId, accountId: actorId } = actor;
    const id = newId();
    const createdAt = this.clock.now();
    await insertSource(tx, newsroomId, id, { ...source, protected: false }, createdAt);
    insertSourceRevision(tx, { newsroomId, sourceId: id, number: 1, actorId, createdAt }, source);
    if (source.protected) await this.protect(tx, actor, id, { ...source, number: 1 }, [actorId]);
    await this.log.append(tx, actor, { type: 'source.created', subjectId: id, data: { after: { ...source } } });
    return id;
  }

  /** Appends a revision, and an event in each article that rests on the source. */
  async revise(tx: Tx, actor: Actor, row: SourceRow, after: NewSource): Promise<void> {
    const { newsroomId, accountId: actorId } = actor;
    const { id, revision } = row;
    const before = toFacts(row);
    const number = revision + 1;
    const createdAt = this.clock.now();
    insertSourceRevision(tx, { newsroomId, sourceId: id, number, actorId, createdAt }, after);
    if (after.protected) {
      const registrar = before.protected ? undefined : await readRegistrar(tx, newsroomId, id);
      const readers = before.protected ? [] : [actorId, registrar ?? actorId];
      await this.protect(tx, actor, id, { ...after, number }, readers);
    } else {
      await updateSource(tx, newsroomId, id, number, after, createdAt);
      if (before.protected) send(tx, protectionCount(newsroomId).change);
    }
    await this.log.append(tx, actor, {
      type: 'source.edited',
      subjectId: id,
      data: { revision: number, before: { ...before }, after: { ...after } },
    });
    // Whoever began to cite it before it was locked is among them, and waits for nobody who waits for the source.
    const articleIds = await readCitingArticles(tx, newsroomId, id);
    await this.log.appendToArticles(tx, actor, articleIds, {
      type: 'article.sourceEdited',
      subjectId: id,
      data: {
        revision: number,
        fields: changedFields(before, after),
        before: { name: before.name, kind: before.kind },
        after: { name: after.name, kind: after.kind },
      },
    });
  }

  /** From the end of the transaction on it is hidden from all but those who are named for it, and from the public. */
  private async protect(
    tx: Tx,
    { newsroomId }: Actor,
    id: string,
    { number, ...source }: NewSource & { readonly number: number },
    readers: readonly string[],
  ): Promise<void> {
    const at = this.clock.now();
    await lockNames(tx, newsroomId);
    await numberProtected(tx, newsroomId, id);
    await nameReaders(tx, newsroomId, id, readers, at);
    await updateSource(tx, newsroomId, id, number, source, at);
    send(tx, protectionCount(newsroomId).change);
  }
}

/** The fields in which two states differ. */
function changedFields(before: NewSource, after: NewSource): string[] {
  const [a, b] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...a.keys(), ...b.keys()])].filter((key) => !isDeepStrictEqual(a.get(key), b.get(key)));
}
