import type { Listing } from './newsroom-pages';

/** What XML 1.0 has no way to write. */
// eslint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\v\f\u000E-\u001F\uFFFE\uFFFF]/g;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML shows it, in content and in quoted attributes. */
export const xmlText = (text: string): string =>
  text.replace(unwritable, '').replace(/[&<>"]/g, (character) => entities[character] ?? character);

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

export function renderSitemap({ newsroom, reports, base }: Listing): string {
  const index = `${base}/n/${newsroom.id}`;
  const pages = [index, ...(newsroom.correctionsPolicy === '' ? [] : [`${index}/corrections`])];
  const urls = [
    ...pages.map((page) => `<url><loc>${xmlText(page)}</loc></url>`),
    ...reports.map(
      ({ token, updatedAt }) =>
        `<url><loc>${xmlText(`${base}/p/${token}`)}</loc><lastmod>${updatedAt.toISOString()}</lastmod></url>`,
    ),
  ];
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="${namespace}">
${urls.join('\n')}
</urlset>
`;
}

/** The sitemaps of these newsrooms. */
export const renderSitemaps = (newsroomIds: readonly string[], base: string): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="${namespace}">
${newsroomIds.map((id) => `<sitemap><loc>${xmlText(`${base}/n/${id}/sitemap.xml`)}</loc></sitemap>`).join('\n')}
</sitemapindex>
`;

/** Published pages may be visited, nothing else; pages that are not listed say so themselves. */
export const renderRobots = (base: string): string => `User-agent: *
Allow: /p/
Allow: /n/
Disallow: /
Sitemap: ${base}/sitemap.xml
`;
