import { Injectable } from '@nestjs/common';
import type { Subject } from '@belegg/contract';
import { z } from 'zod';
import type { Actor } from '../actor';
import { Database, type Tx } from '../database/database';

type Finder = (tx: Tx, id: string, actor: Actor) => Promise<unknown>;

const finders: Readonly<Record<Subject, Finder>> = {
  article: (tx, id, { newsroomId }) =>
    tx.article.findUnique({ where: { newsroomId_id: { newsroomId, id } }, select: { id: true } }),
  annotation: (tx, id, { newsroomId }) =>
    tx.annotation.findUnique({ where: { newsroomId_id: { newsroomId, id } }, select: { id: true } }),
  source: (tx, id, { newsroomId }) =>
    tx.source.findUnique({ where: { newsroomId_id: { newsroomId, id }, retiredAt: null }, select: { id: true } }),
  report: (tx, id, { newsroomId }) =>
    tx.report.findUnique({ where: { newsroomId_id: { newsroomId, id } }, select: { id: true } }),
  member: (tx, id, { newsroomId }) =>
    tx.membership.findUnique({
      where: { newsroomId_accountId: { newsroomId, accountId: id } },
      select: { accountId: true },
    }),
  token: (tx, id, { newsroomId, accountId }) =>
    tx.session.findUnique({ where: { id, newsroomId, accountId, kind: 'token' }, select: { id: true } }),
};

/** Whether what a path names is in the caller's newsroom; what is not a UUID is not. */
@Injectable()
export class SubjectLookup {
  constructor(private readonly database: Database) {}

  async exists(subject: Subject, id: string, actor: Actor): Promise<boolean> {
    if (!z.uuid().safeParse(id).success) return false;
    return this.database.lookUp(async (tx) => (await finders[subject](tx, id, actor)) !== null);
  }
}
