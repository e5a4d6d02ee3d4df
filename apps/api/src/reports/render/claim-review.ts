import type { Report } from '@belegg/contract';
import type { Verdict } from '@belegg/domain';
import { citedIn } from './cited';
import { rationaleText } from './rationale-tree';
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
  const sourceOf = citedIn(report.sources);
  const published = report.signOff?.at ?? report.createdAt;
  const made = report.article.date ?? report.revision.createdAt;
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    '@id': `${article}#claim-${claim.number}`,
    url: `${article}#claim-${claim.number}`,
    claimReviewed: claim.exact,
    author: { '@type': 'Organization', name: report.newsroom.name, url: base },
    datePublished: published,
    dateModified: claim.updatedAt > published ? claim.updatedAt : published,
    inLanguage: report.article.language,
    reviewRating: {
      '@type': 'Rating',
      ratingValue: ratings[claim.verdict],
      bestRating: 5,
      worstRating: 1,
      alternateName: words.verdicts[claim.verdict],
      ratingExplanation: rationaleText(claim.rationale) || words.verdictMeanings[claim.verdict],
    },
    itemReviewed: {
      '@type': 'Claim',
      text: claim.exact,
      datePublished: made,
      appearance: [{ '@type': 'NewsArticle', url: article, headline: report.article.title }],
      firstAppearance: { '@type': 'NewsArticle', url: article, headline: report.article.title },
    },
    // Evidence is left out: its address is for members alone.
    citation: claim.citations.map((citation) => ({
      '@type': 'CreativeWork',
      name: sourceOf(citation).name,
      ...(citation.url !== undefined && { url: citation.url }),
    })),
  };
}
