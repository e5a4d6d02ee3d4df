import { escapeHtml } from '../platform/http/escape-html';
import type { Listing } from './newsroom-pages';
import { xmlText } from './sitemap';

/** RFC 4287. The id of an entry is its address, which an article keeps. */
export function renderAtom({ newsroom, reports, base }: Listing): string {
  const index = `${base}/n/${newsroom.id}`;
  const updated = reports[0]?.updatedAt ?? new Date(0);
  const element = (name: string, text: string): string => `<${name}>${xmlText(text)}</${name}>`;
  const entries = reports.map(
    ({ token, title, summary, language, articleUrl, publishedAt, updatedAt }) => `<entry xml:lang="${language}">
${element('id', `${base}/p/${token}`)}
${element('title', title)}
<link rel="alternate" type="text/html" href="${base}/p/${token}"/>${
      articleUrl === '' ? '' : `\n<link rel="related" href="${xmlText(articleUrl)}"/>`
    }
${element('published', publishedAt.toISOString())}
${element('updated', updatedAt.toISOString())}
${element('summary', summary)}
</entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
${element('id', index)}
${element('title', newsroom.name)}
<author>${element('name', newsroom.name)}${newsroom.homepage === '' ? '' : element('uri', newsroom.homepage)}</author>
<link rel="alternate" type="text/html" href="${index}"/>
<link rel="self" type="application/atom+xml" href="${index}/feed.atom"/>${
    newsroom.logo === '' ? '' : `\n${element('logo', newsroom.logo)}`
  }
${element('updated', updated.toISOString())}
${entries.join('\n')}
</feed>
`;
}

/** JSON Feed 1.1. */
export function renderFeed({ newsroom, reports, base }: Listing): string {
  const { name, homepage, logo } = newsroom;
  const index = `${base}/n/${newsroom.id}`;
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: name,
    home_page_url: index,
    feed_url: `${index}/feed.json`,
    ...(logo !== '' && { icon: logo }),
    authors: [{ name, ...(homepage !== '' && { url: homepage }) }],
    items: reports.map(({ token, title, summary, language, articleUrl, publishedAt, updatedAt }) => ({
      id: `${base}/p/${token}`,
      url: `${base}/p/${token}`,
      ...(articleUrl !== '' && { external_url: articleUrl }),
      title,
      summary,
      content_html: `<p>${escapeHtml(summary)}</p>`,
      language,
      date_published: publishedAt.toISOString(),
      date_modified: updatedAt.toISOString(),
    })),
  });
}
