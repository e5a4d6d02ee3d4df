import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database';
import { ProblemError } from '../platform/problem-error';
import {
  findPublicNewsroom,
  readListed,
  readListing,
  type ListedReport,
  type PublicNewsroom,
} from './listed.repository';

/** What newsrooms list for the public. */
@Injectable()
export class ListedReports {
  constructor(private readonly database: Database) {}

  /** @throws ProblemError `not-found` for a newsroom that never listed anything and says nothing to the public */
  newsroom(id: string): Promise<PublicNewsroom> {
    return this.database.readNewsroom(id, async (tx) => {
      const found = await findPublicNewsroom(tx, id);
      if (!found || (!found.lists && found.correctionsPolicy === '')) throw new ProblemError('not-found');
      return found;
    });
  }

  /** The latest first. */
  ofNewsroom(id: string, most: number): Promise<ListedReport[]> {
    return this.database.readNewsroom(id, (tx) => readListed(tx, id, most));
  }

  /** The ids of the newsrooms that list reports. */
  newsrooms(): Promise<string[]> {
    return this.database.lookUp(readListing);
  }
}
