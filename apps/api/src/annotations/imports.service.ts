import { Injectable } from '@nestjs/common';
import type { ImportedAnnotations } from '@belegg/contract';
import { readWebAnnotations } from '../intake';
import type { Actor } from '../platform/actor';
import { Database } from '../platform/database/database';
import { Texts } from '../texts';
import { AnnotationImporter, unknownAmong } from './importer';

/** Annotations that were made elsewhere. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly database: Database,
    private readonly texts: Texts,
    private readonly importer: AnnotationImporter,
  ) {}

  /**
   * Makes drafts of W3C Web Annotations on the article as it is now.
   * @param preview says what would be made, and stores nothing
   */
  import(actor: Actor, articleId: string, json: unknown, preview: boolean): Promise<ImportedAnnotations> {
    const { newsroomId } = actor;
    return this.database.inNewsroom(newsroomId, async (tx) => {
      const text = await this.texts.lock(tx, newsroomId, articleId);
      const { drafts, notFound } = readWebAnnotations(json, text.text);
      if (preview) {
        const known = await this.importer.known(tx, actor, drafts, false);
        return { created: drafts.length, notFound: [...notFound], unknownSources: unknownAmong(drafts, known) };
      }
      return {
        notFound: [...notFound],
        ...(await this.importer.create(tx, actor, text, drafts, false)),
      };
    });
  }
}
