import { Injectable } from '@nestjs/common';
import type {
  MarkNotifications,
  NotificationChoices,
  NotificationChoicesView,
  NotificationQuery,
  NotificationView,
} from '@belegg/contract';
import { z } from 'zod';
import type { Actor } from '../platform/actor';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { decodeCursor, pageOf } from '../platform/http/cursor';
import { Mailer } from '../platform/mail';
import { readPeople } from '../platform/people';
import { ProblemError } from '../platform/problem-error';
import {
  countUnread,
  markNotifications,
  readChoices,
  readNotifications,
  writeChoices,
} from './notification.repository';
import { toNotificationView } from './notification.view';

const pageSize = 50;
const idKey = z.tuple([z.uuid()]);

/** What somebody was told of, and wants to be told of. All of it is theirs alone, so the log is not told. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
  ) {}

  list(
    { newsroomId, accountId }: Actor,
    { unread, cursor }: NotificationQuery,
  ): Promise<{ items: NotificationView[]; nextCursor?: string }> {
    const before = decodeCursor(cursor, idKey)?.[0];
    return this.database.readNewsroom(newsroomId, async (tx) => {
      const scope = { unread: unread === 'true', before, limit: pageSize + 1 };
      const rows = await readNotifications(tx, newsroomId, accountId, scope);
      const { items, ...more } = pageOf(rows, pageSize, ({ id }) => [id]);
      const actors = items.map(({ actorId }) => actorId).filter((id) => id !== null);
      const people = await readPeople(tx, newsroomId, actors);
      return { items: items.map((row) => toNotificationView(row, people)), ...more };
    });
  }

  count({ newsroomId, accountId }: Actor): Promise<{ unread: number }> {
    return this.database.readNewsroom(newsroomId, async (tx) => ({
      unread: await countUnread(tx, newsroomId, accountId),
    }));
  }

  /** What is not one's own stays as it is. */
  mark({ newsroomId, accountId }: Actor, { ids, isRead }: MarkNotifications): Promise<{ unread: number }> {
    return this.database.inNewsroom(newsroomId, async (tx) => {
      await markNotifications(tx, newsroomId, accountId, ids, isRead ? this.clock.now() : null);
      return { unread: await countUnread(tx, newsroomId, accountId) };
    });
  }

  choices({ newsroomId, accountId }: Actor): Promise<NotificationChoicesView> {
    return this.database.readNewsroom(newsroomId, async (tx) => {
      const chosen = (await readChoices(tx, newsroomId, [accountId])).get(accountId);
      if (!chosen) throw new ProblemError('unauthenticated');
      return { ...chosen, canMail: this.mailer.isThere };
    });
  }

  /** What was told before stays. */
  async choose(actor: Actor, choices: NotificationChoices): Promise<NotificationChoicesView> {
    const { newsroomId, accountId } = actor;
    await this.database.inNewsroom(newsroomId, (tx) => writeChoices(tx, newsroomId, accountId, choices));
    return this.choices(actor);
  }
}
