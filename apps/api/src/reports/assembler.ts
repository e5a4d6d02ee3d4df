import { Injectable } from '@nestjs/common';
import type { Person, Report } from '@belegg/contract';
import { assembleReport, type SentenceFacts } from '@belegg/domain';
import { AnnotationReader } from '../annotations';
import { Clock } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { CoverageReader } from '../coverage';
import type { Text } from '../texts';
import { readCitedSources } from '../sources';
import { readHead, toReportSource } from './report.repository';

export interface ReportOrder {
  readonly newsroomId: string;
  readonly text: Text;
  /** Who signs off, and as the how manieth; a draft without. */
  readonly signOff?: { readonly by: Person; readonly number: number } | undefined;
  /** Why claims that overlap both hold, as whoever signs off says. */
  readonly overlaps?: Report['overlaps'] | undefined;
  readonly previous?: Report | undefined;
}

/** Gathers, in one transaction, the facts that a report follows from. */
@Injectable()
export class ReportAssembler {
  constructor(
    private readonly annotations: AnnotationReader,
    private readonly coverage: CoverageReader,
    private readonly clock: Clock,
  ) {}

  async assemble(tx: Tx, { newsroomId, text, signOff, overlaps = [], previous }: ReportOrder): Promise<Report> {
    const { newsroom, article } = await readHead(tx, newsroomId, text.articleId);
    const now = this.clock.now().toISOString();
    const annotations = await this.annotations.views(tx, { newsroomId, articleIds: [text.articleId] });
    const cited = await readCitedSources(
      tx,
      newsroomId,
      annotations.flatMap(({ citations }) => citations.flatMap((citation) => [citation, ...citation.lineage])),
    );
    return assembleReport({
      head: {
        format: 'belegg-report/1' as const,
        kind: signOff ? ('frozen' as const) : ('draft' as const),
        createdAt: now,
        newsroom: { id: newsroom.id, name: newsroom.name, contact: newsroom.contact },
        article: {
          id: article.id,
          title: article.title,
          author: article.author,
          date: text.date,
          language: text.language,
        },
        revision: {
          id: text.id,
          number: text.number,
          sha256: text.sha256,
          createdAt: text.createdAt.toISOString(),
          text: text.text,
          blocks: [...text.blocks],
          marks: [...text.marks],
        },
        signOff: signOff && { ...signOff, at: now },
        overlaps,
      },
      annotations,
      sources: cited.rows.map(toReportSource),
      sentences: await this.sentences(tx, newsroomId, text),
      previous,
    });
  }

  /** The annotations that are on no words of the current text, and yet not retired. */
  async orphans(tx: Tx, newsroomId: string, articleId: string): Promise<{ annotationId: string; exact: string }[]> {
    const heads = await this.annotations.heads(tx, { newsroomId, articleIds: [articleId] });
    return heads
      .filter(({ status, anchor: { outcome } }) => status !== 'retired' && outcome === 'orphaned')
      .map(({ id, selector: [, { exact }] }) => ({ annotationId: id, exact }));
  }

  private async sentences(tx: Tx, newsroomId: string, text: Text): Promise<SentenceFacts[]> {
    const { sentences, covered } = await this.coverage.ofText(tx, newsroomId, text);
    return sentences.flatMap((sentence, index) => {
      const words = covered[index];
      return words ? [{ ...sentence, ...words }] : [];
    });
  }
}
