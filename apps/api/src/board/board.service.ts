import { Injectable } from '@nestjs/common';
import type { BoardView } from '@belegg/contract';
import type { Actor } from '../platform/actor';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { readPeople } from '../platform/people';
import { readBoard } from './board.repository';
import { namedIn, toBoard } from './board.view';

/** What there is to do in the newsroom, for whoever asks. */
@Injectable()
export class BoardService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  get(actor: Actor): Promise<BoardView> {
    const { newsroomId, accountId } = actor;
    const now = this.clock.now();
    return this.database.readNewsroom(newsroomId, async (tx) => {
      const rows = await readBoard(tx, newsroomId, accountId, now);
      return toBoard(rows, actor, now, await readPeople(tx, newsroomId, namedIn(rows), actor));
    });
  }
}
