import { Injectable } from '@nestjs/common';
import type { Presence, PresenceList } from '@belegg/contract';
import type { Actor } from '../platform/actor';
import { Database } from '../platform/database/database';
import { beThere, leave } from './presence.repository';

/** Who has an article open just now. The log is not told: it changes nothing. */
@Injectable()
export class PresenceService {
  constructor(private readonly database: Database) {}

  be({ newsroomId, accountId }: Actor, articleId: string, place: Presence): Promise<PresenceList> {
    return this.database.inNewsroom(newsroomId, async (tx) => {
      const rows = await beThere(tx, newsroomId, articleId, accountId, place);
      return {
        others: rows.map(({ accountId: id, name, sentence, annotationId }) => ({
          person: { id, name },
          ...(sentence !== null && { sentence }),
          ...(annotationId !== null && { annotationId }),
        })),
      };
    });
  }

  leave({ newsroomId, accountId }: Actor, articleId: string, tab: string): Promise<void> {
    return this.database.inNewsroom(newsroomId, (tx) => leave(tx, newsroomId, articleId, accountId, tab));
  }
}
