import { Injectable } from '@nestjs/common';
import { AnnotationImporter, type Imported } from '../annotations';
import type { Draft, FoundThread } from '../intake';
import type { Actor } from '../platform/actor';
import type { Tx } from '../platform/database/database';
import type { Text } from '../texts';
import { ThreadImporter } from '../threads';

/** What came in a file beside the text of a new article. */
export interface CameAlong {
  readonly drafts: readonly Draft[];
  readonly threads: readonly FoundThread[];
}

/** Takes in what came with a new article: annotations as drafts, comments as threads. */
@Injectable()
export class Companions {
  constructor(
    private readonly annotations: AnnotationImporter,
    private readonly threads: ThreadImporter,
  ) {}

  /** @param createSources whether what the registry does not know by name is added to it */
  async bring(
    tx: Tx,
    actor: Actor,
    text: Text,
    { drafts, threads }: CameAlong,
    createSources: boolean,
  ): Promise<Imported> {
    await this.threads.bring(tx, actor, text, threads);
    return this.annotations.create(tx, actor, text, drafts, createSources);
  }
}
