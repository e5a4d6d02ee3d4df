import type { Report } from '@belegg/contract';
import type { Verdict } from '@belegg/domain';
import { citedIn } from './cited';
import { rationaleText } from './rationale-tree';
import { wordsFor } from './words';

type Claim = Report['claims'][number];
type Json = Readonly<Record<string, unknown>>;

/** The scale on which verdicts are numbers; the report's legend says so too. */
export const ratings: Readonly<Record<Verdict, number>> = { denied: 1, disputed: 3, confirmed: 5 };

/** Where things stand, in web addresses; empty is unsaid. */
export interface ReviewPlaces {
  /** This server, without a slash at the end. */
  readonly base: string;
  /** The page that shows the claims. */
  readonly page: string;
  /** The article itself. */
  readonly article: string;
  readonly homepage: string;
  readonly logo: string;
}

/** The places of a report that is not published. */
export const unpublishedAt = (base: string, { article }: Report): ReviewPlaces => ({
  base,
  page: `${base}/articles/${article.id}`,
  article: '',
  homepage: '',
  logo: '',
});

/** The report as schema.org ClaimReview, one for each claim that is approved. */
export const renderClaimReviews = (report: Report, places: ReviewPlaces): Json[] =>
  report.claims.filter(({ status }) => status === 'approved').map((claim) => claimReviewOf(claim, report, places));

function claimReviewOf(claim: Claim, report: Report, { base, page, article, homepage, logo }: ReviewPlaces): Json {
  const appearance = { '@type': 'NewsArticle', url: article || page, headline: report.article.title };
  const words = wordsFor(report.article.language);
  const sourceOf = citedIn(report.sources);
  const published = report.signOff?.at ?? report.createdAt;
  const made = report.article.date ?? report.revision.createdAt;
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    '@id': `${page}#claim-${claim.number}`,
    url: `${page}#claim-${claim.number}`,
    claimReviewed: claim.exact,
    author: {
      '@type': 'Organization',
      name: report.newsroom.name,
      url: homepage || base,
      ...(logo !== '' && { logo }),
    },
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
      appearance: [appearance],
      firstAppearance: appearance,
    },
    // Evidence is left out: its address is for members alone.
    citation: claim.citations.map((citation) => ({
      '@type': 'CreativeWork',
      name: sourceOf(citation).name,
      ...(citation.url !== undefined && { url: citation.url }),
    })),
  };
}
