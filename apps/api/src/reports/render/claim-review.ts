import type { Report } from '@belegg/contract';
import type { Verdict } from '@belegg/domain';
import { wordsFor } from './words';

type Claim = Report['claims'][number];
type Json = Readonly<Record<string, unknown>>;

/** The scale on which verdicts are numbers; the report's legend says so too. */
export const ratings: Readonly<Record<Verdict, number>> = { denied: 1, disputed: 3, confirmed: 5 };

/**
 * The report as schema.org ClaimReview, one for each claim that is approved.
 * @param base the address that ids start with, without a slash at the end
 * @param article where the article can be read
 */
export const renderClaimReviews = (
  report: Report,
  base: string,
  article = `${base}/articles/${report.article.id}`,
): Json[] =>
  report.claims
    .filter(({ status }) => status === 'approved')
    .map((claim) => claimReviewOf(claim, report, base, article));

function claimReviewOf(claim: Claim, report: Report, base: string, article: string): Json {
  const words = wordsFor(report.article.language);
  const sources = new Map(report.sources.map((source) => [source.id, source]));
  const made = report.article.date ?? report.revision.createdAt;
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    '@id': `${article}#claim-${claim.number}`,
    url: `${article}#claim-${claim.number}`,
    claimReviewed: claim.exact,
    author: { '@type': 'Organization', name: report.newsroom.name, url: base },
    datePublished: report.signOff?.at ?? report.createdAt,
    dateModified: claim.updatedAt,
    inLanguage: report.article.language,
    reviewRating: {
      '@type': 'Rating',
      ratingValue: ratings[claim.verdict],
      bestRating: 5,
      worstRating: 1,
      alternateName: words.verdicts[claim.verdict],
      ratingExplanation: claim.rationale === '' ? words.verdictMeanings[claim.verdict] : claim.rationale,
    },
    itemReviewed: {
      '@type': 'Claim',
      text: claim.exact,
      author:
        report.article.author === ''
          ? { '@type': 'Organization', name: report.newsroom.name, sameAs: base }
          : { '@type': 'Person', name: report.article.author, sameAs: base },
      datePublished: made,
      appearance: [{ '@type': 'NewsArticle', url: article, headline: report.article.title }],
      firstAppearance: { '@type': 'NewsArticle', url: article, headline: report.article.title },
    },
    citation: claim.citations.map(({ sourceId, url, evidence }) => ({
      '@type': 'CreativeWork',
      name: sources.get(sourceId)?.name ?? '',
      ...(url !== undefined && { url }),
      ...(evidence !== undefined && { archivedAt: `${base}/api/evidence/${evidence}` }),
    })),
  };
}
