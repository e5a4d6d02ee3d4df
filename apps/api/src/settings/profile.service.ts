import { Injectable } from '@nestjs/common';
import type { ChangeProfile, ProfileView } from '@belegg/contract';
import { isDeepStrictEqual } from 'node:util';
import { EventLog } from '../events';
import type { Actor } from '../platform/actor';
import { Database } from '../platform/database/database';
import { assertCurrent } from '../platform/http/etag';
import { readProfile, writeProfile, type ProfileRow } from './profile.repository';

/** What the public is told of a newsroom. */
@Injectable()
export class ProfileService {
  constructor(
    private readonly database: Database,
    private readonly log: EventLog,
  ) {}

  get({ newsroomId }: Actor): Promise<ProfileView> {
    return this.database.readNewsroom(newsroomId, async (tx) => toView(newsroomId, await readProfile(tx, newsroomId)));
  }

  /**
   * Changes it; pages that were published before say so from the next time they are read.
   * @throws ProblemError `stale`
   */
  change(actor: Actor, ifMatch: string, after: ChangeProfile): Promise<ProfileView> {
    const { newsroomId } = actor;
    return this.database.inNewsroom(newsroomId, async (tx) => {
      const row = await readProfile(tx, newsroomId, true);
      assertCurrent(ifMatch, toView(newsroomId, row));
      const before = only(row);
      if (isDeepStrictEqual(before, after)) return toView(newsroomId, row);
      await writeProfile(tx, newsroomId, after);
      await this.log.append(tx, actor, { type: 'profile.changed', data: { before, after: { ...after } } });
      return toView(newsroomId, await readProfile(tx, newsroomId));
    });
  }
}

const only = ({ homepage, logo, correctionsPolicy }: ChangeProfile): ChangeProfile => ({
  homepage,
  logo,
  correctionsPolicy,
});
const toView = (newsroomId: string, row: ProfileRow): ProfileView => ({
  ...only(row),
  publicPath: `/n/${newsroomId}`,
  etag: `"p${row.profileVersion}"`,
});
