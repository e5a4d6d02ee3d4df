import { Injectable } from '@nestjs/common';
import type { ChangeSettings, SettingsView } from '@belegg/contract';
import { ArticleHeads } from '../coverage';
import { EventLog } from '../events';
import type { Actor } from '../platform/actor';
import { Database } from '../platform/database/database';
import { assertCurrent } from '../platform/http/etag';
import { forget } from '../texts';
import { lockArticles, readSettings, writeSettings, type SettingsRow } from './settings.repository';

/** Articles whose heads are projected at a time. */
const batch = 200;

/** What administrators decide for their newsroom. */
@Injectable()
export class SettingsService {
  constructor(
    private readonly database: Database,
    private readonly heads: ArticleHeads,
    private readonly log: EventLog,
  ) {}

  get({ newsroomId }: Actor): Promise<SettingsView> {
    return this.database.readNewsroom(newsroomId, async (tx) => toView(await readSettings(tx, newsroomId)));
  }

  /**
   * Changes the settings. What was submitted or approved by another rule on sources stays; how far articles are covered
   * is counted anew, behind their locks, where passages may be of another length.
   * @throws ProblemError `stale`
   */
  change(actor: Actor, ifMatch: string, body: ChangeSettings): Promise<SettingsView> {
    const { newsroomId } = actor;
    return this.database.inNewsroom(newsroomId, async (tx) => {
      const isLonger = body.longestPassage !== (await readSettings(tx, newsroomId)).longestPassage;
      // Articles before the newsroom, as whoever changes an article takes them.
      const articleIds = isLonger ? await lockArticles(tx, newsroomId) : [];
      const before = await readSettings(tx, newsroomId, true);
      assertCurrent(ifMatch, toView(before));
      if (said(before) === said(body)) return toView(before);
      await writeSettings(tx, newsroomId, body);
      await this.log.append(tx, actor, { type: 'settings.changed', data: { before: only(before), after: only(body) } });
      if (isLonger) forget(tx, newsroomId, articleIds);
      for (let from = 0; from < articleIds.length; from += batch)
        await this.heads.rebuild(tx, newsroomId, articleIds.slice(from, from + batch));
      return toView(await readSettings(tx, newsroomId));
    });
  }
}

const only = ({ sourceRule, longestPassage }: ChangeSettings) => ({ sourceRule, longestPassage });
const said = (settings: ChangeSettings): string => JSON.stringify(only(settings));
const toView = (row: SettingsRow): SettingsView => ({ ...only(row), etag: `"s${row.settingsVersion}"` });
