import { html, nameOf, reportStyle, styleElement, type Markup } from '../reports';
import type { Listing } from './newsroom-pages';
import { wordsIn } from './words';

const listStyle = `
.reports { list-style: none; margin: 0; padding: 0; } .reports li { border-top: 1px solid var(--line-2); padding: 22px 0; overflow-wrap: anywhere; }
.reports h2 { margin: 0 0 6px; } .reports h2 a { color: inherit; text-decoration-thickness: 1px; text-underline-offset: 4px; } .reports p { margin: 0 0 4px; max-width: 62ch; }
.logo { display: block; max-width: 220px; max-height: 72px; margin: 0 0 28px; } .policy p { font: 400 19px/1.6 var(--serif); max-width: 62ch; margin: 0 0 18px; overflow-wrap: anywhere; }
nav { margin-top: 48px; font-size: 14px; display: flex; gap: 6px 22px; flex-wrap: wrap; }
`;

/** The style sheet of a newsroom's own pages. */
export const newsroomStyle = (): string => reportStyle() + listStyle;

/** The reports that a newsroom lists, for readers. */
export function renderIndex(listing: Listing): string {
  const { newsroom, reports, base, language } = listing;
  const words = wordsIn[language];
  const path = `${base}/n/${newsroom.id}`;
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'Europe/Oslo' });
  return page(
    listing,
    words.title(newsroom.name),
    html`
      <header>
        <div class="kick">${words.kicker}</div>
        <h1>${nameOf(newsroom.name)}</h1>
        <p class="lead">${words.lead}</p>
      </header>
      ${
        reports.length === 0
          ? html`<p>${words.none}</p>`
          : html`<ul class="reports">
              ${reports.map(
                ({ token, title, summary, language: theirs, articleUrl, publishedAt, updatedAt }) =>
                  html`<li lang="${theirs}">
                    <h2><a href="${base}/p/${token}">${title}</a></h2>
                    <p>${summary}</p>
                    <p class="n" lang="${language}">
                      <time datetime="${publishedAt.toISOString()}">${day.format(publishedAt)}</time>${
                        day.format(updatedAt) !== day.format(publishedAt) &&
                        ` · ${words.updated(day.format(updatedAt))}`
                      }${articleUrl !== '' && html` · <a href="${articleUrl}">${words.toArticle}</a>`}
                    </p>
                  </li>`,
              )}
            </ul>`
      }
      <nav aria-label="${words.more}">
        ${newsroom.correctionsPolicy !== '' && html`<a href="${path}/corrections">${words.corrections}</a>`}
        ${newsroom.homepage !== '' && html`<a href="${newsroom.homepage}">${words.homepage}</a>`}
        <a href="${path}/feed.atom">${words.atom}</a>
        <a href="${path}/feed.json">${words.feed}</a>
      </nav>
    `,
  );
}

/** How a newsroom corrects itself, in its own paragraphs, and whom to tell. */
export function renderCorrections(listing: Listing): string {
  const { newsroom, base, language } = listing;
  const words = wordsIn[language];
  const paragraphs = newsroom.correctionsPolicy.split(/\n+/).filter((paragraph) => paragraph.trim() !== '');
  return page(
    listing,
    `${words.corrections}: ${newsroom.name}`,
    html`
      <header>
        <div class="kick">${nameOf(newsroom.name)}</div>
        <h1>${words.corrections}</h1>
      </header>
      <div class="policy">${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}</div>
      ${newsroom.contact !== '' && html`<p>${words.contact}: ${newsroom.contact}</p>`}
      <nav aria-label="${words.more}">
        ${newsroom.lists && html`<a href="${base}/n/${newsroom.id}">${words.all}</a>`}
        ${newsroom.homepage !== '' && html`<a href="${newsroom.homepage}">${words.homepage}</a>`}
      </nav>
    `,
  );
}

function page({ newsroom, base, language }: Listing, title: string, body: Markup): string {
  const path = `${base}/n/${newsroom.id}`;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="alternate" type="application/atom+xml" href="${path}/feed.atom" title="${newsroom.name}" />
        <link rel="alternate" type="application/feed+json" href="${path}/feed.json" title="${newsroom.name}" />
        ${styleElement(newsroomStyle())}
      </head>
      <body>
        <main>
          ${newsroom.logo !== '' && html`<img class="logo" src="${newsroom.logo}" alt="${newsroom.name}" />`} ${body}
        </main>
      </body>
    </html> `.source;
}
