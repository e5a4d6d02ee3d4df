import { Injectable } from '@nestjs/common';
import type { SourceProtection, SourceView } from '@belegg/contract';
import { createHash } from 'node:crypto';
import { EventLog } from '../events';
import type { Actor } from '../platform/actor';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { assertCurrent } from '../platform/http/etag';
import { newId } from '../platform/ids';
import { readPeople } from '../platform/people';
import { invalidField, ProblemError } from '../platform/problem-error';
import { SessionStore } from '../platform/sessions/session-store';
import { lockArticles, readCitingArticles } from './citing.repository';
import { assertNamed } from './named';
import {
  confirmRemoval,
  findMembers,
  findRemoval,
  insertRemoval,
  readRegistrar,
  readSourceReaders,
  withdrawRemoval,
  writeSourceReaders,
  type RemovalRow,
} from './protection.repository';
import { findSource, lockSource, type SourceRow } from './source.repository';
import { toFacts, toSourceView } from './source.view';
import { SourceWriter } from './source.writer';

/** A source, who is named for it, and what somebody proposes. */
interface State {
  readonly row: SourceRow;
  readonly readers: readonly string[];
  readonly removal: RemovalRow | undefined;
}

/** Who sees a protected source in clear, and how its protection ends: one person proposes it, another confirms. */
@Injectable()
export class ProtectionService {
  constructor(
    private readonly database: Database,
    private readonly log: EventLog,
    private readonly clock: Clock,
    private readonly sessions: SessionStore,
    private readonly writer: SourceWriter,
  ) {}

  get(actor: Actor, id: string): Promise<SourceProtection> {
    return this.database.readNewsroom(actor.newsroomId, async (tx) => toView(tx, actor, await read(tx, actor, id)));
  }

  /**
   * Says who sees it in clear, from now on.
   * @throws ProblemError `stale`; `forbidden` to all but administrators and whoever registered it, at a browser;
   * `invalid` when one of them is no member
   */
  name(actor: Actor, id: string, ifMatch: string, accountIds: readonly string[]): Promise<SourceProtection> {
    const { newsroomId } = actor;
    return this.locked(actor, id, async (tx, state) => {
      if (!(await mayName(tx, actor, id))) throw new ProblemError('forbidden');
      await this.sessions.assertBrowser(tx, actor);
      assertCurrent(ifMatch, await toView(tx, actor, state));
      const members = new Set(await findMembers(tx, newsroomId, accountIds));
      const unknown = accountIds.findIndex((accountId) => !members.has(accountId));
      if (unknown >= 0) throw invalidField(`/accountIds/${unknown}`, 'unknownMember');
      const added = [...members].filter((accountId) => !state.readers.includes(accountId));
      const removed = state.readers.filter((accountId) => !members.has(accountId));
      if (added.length + removed.length > 0) {
        await writeSourceReaders(tx, newsroomId, id, [...members], this.clock.now());
        await this.log.append(tx, actor, { type: 'source.readersNamed', subjectId: id, data: { added, removed } });
      }
      return toView(tx, actor, await read(tx, actor, id));
    });
  }

  /**
   * @throws ProblemError `not-named`, `stale`; `protection-stands` when it is not protected, or somebody proposed it
   * already
   */
  propose(actor: Actor, id: string, ifMatch: string, reason: string): Promise<SourceProtection> {
    const { newsroomId, accountId: actorId } = actor;
    return this.locked(actor, id, async (tx, state) => {
      await assertNamed(tx, actor, [id]);
      assertCurrent(ifMatch, await toView(tx, actor, state));
      if (!state.row.protected || state.removal) throw new ProblemError('protection-stands');
      const of = { sourceId: id, sourceRevision: state.row.revision };
      await insertRemoval(tx, newsroomId, of, { id: newId(), reason, actorId, createdAt: this.clock.now() });
      await this.log.append(tx, actor, { type: 'source.removalProposed', subjectId: id, data: { reason } });
      return toView(tx, actor, await read(tx, actor, id));
    });
  }

  /** @throws ProblemError `not-named`, `stale`, `not-found` */
  withdraw(actor: Actor, id: string, ifMatch: string): Promise<SourceProtection> {
    return this.locked(actor, id, async (tx, state) => {
      await assertNamed(tx, actor, [id]);
      assertCurrent(ifMatch, await toView(tx, actor, state));
      if (!state.removal) throw new ProblemError('not-found');
      await withdrawRemoval(tx, actor.newsroomId, state.removal.id, this.clock.now());
      await this.log.append(tx, actor, { type: 'source.removalWithdrawn', subjectId: id });
      return toView(tx, actor, await read(tx, actor, id));
    });
  }

  /**
   * Ends the protection, as a second person who knows whom they expose.
   * @throws ProblemError `not-named`, `own-work`, `stale`; `not-found` when nobody proposed it, or the source changed
   * since
   */
  confirm(actor: Actor, id: string, ifMatch: string): Promise<SourceView> {
    const { newsroomId, accountId } = actor;
    return this.locked(actor, id, async (tx, state) => {
      const { row, removal } = state;
      await assertNamed(tx, actor, [id]);
      if (removal?.actorId === accountId) throw new ProblemError('own-work');
      assertCurrent(ifMatch, await toView(tx, actor, state));
      if (!removal) throw new ProblemError('not-found');
      await confirmRemoval(tx, newsroomId, removal.id, accountId, this.clock.now());
      await this.log.append(tx, actor, { type: 'source.removalConfirmed', subjectId: id });
      await this.writer.revise(tx, actor, row, { ...toFacts(row), protected: false });
      return toSourceView((await read(tx, actor, id)).row);
    });
  }

  /** Locks the articles that rest on it and then the source, as everywhere. */
  private locked<Result>(actor: Actor, id: string, work: (tx: Tx, state: State) => Promise<Result>): Promise<Result> {
    const { newsroomId } = actor;
    return this.database.inNewsroom(newsroomId, async (tx) => {
      await lockArticles(tx, newsroomId, await readCitingArticles(tx, newsroomId, id));
      await lockSource(tx, newsroomId, id);
      return work(tx, await read(tx, actor, id));
    });
  }
}

async function read(tx: Tx, { newsroomId }: Actor, id: string): Promise<State> {
  const row = await findSource(tx, newsroomId, id);
  if (!row) throw new ProblemError('not-found');
  const readers = await readSourceReaders(tx, newsroomId, id);
  const removal = row.protected
    ? await findRemoval(tx, newsroomId, { sourceId: id, sourceRevision: row.revision })
    : undefined;
  return { row, readers, removal };
}

const mayName = async (tx: Tx, { newsroomId, accountId, roles }: Actor, id: string): Promise<boolean> =>
  roles.includes('admin') || (await readRegistrar(tx, newsroomId, id)) === accountId;

async function toView(tx: Tx, actor: Actor, { row, readers, removal }: State): Promise<SourceProtection> {
  const people = await readPeople(tx, actor.newsroomId, [...readers, ...(removal ? [removal.actorId] : [])]);
  const digest = createHash('sha256')
    .update([row.revision, removal?.id, ...readers].join(' '))
    .digest('base64url');
  return {
    readers: readers.map(people),
    mayName: await mayName(tx, actor, row.id),
    ...(removal && {
      removal: { by: people(removal.actorId), at: removal.createdAt.toISOString(), reason: removal.reason },
    }),
    etag: `"p${digest.slice(0, 22)}"`,
  };
}
