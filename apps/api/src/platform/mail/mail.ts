import { escapeHtml } from '../http/escape-html';

/** A line of a mail, with where it leads. */
export interface MailLine {
  readonly text: string;
  readonly link?: string | undefined;
}

/** A mail as its writers see it; it goes out as plain text and as HTML. */
export interface Mail {
  readonly language: string;
  /** One line. */
  readonly subject: string;
  readonly lines: readonly MailLine[];
  /** Said small at the end. */
  readonly foot: string;
}

export function textOf({ lines, foot }: Mail): string {
  const said = lines.map(({ text, link }) => (link === undefined ? text : `${text}\n${link}`));
  return `${[...said, `-- \n${foot}`].join('\n\n')}\n`;
}

export function htmlOf({ language, subject, lines, foot }: Mail): string {
  const said = lines.map(({ text, link }) =>
    link === undefined ? `<p>${escapeHtml(text)}</p>` : `<p><a href="${escapeHtml(link)}">${escapeHtml(text)}</a></p>`,
  );
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="font-family: sans-serif; font-size: 16px; line-height: 1.5; max-width: 36em">
${said.join('\n')}
<p style="font-size: 13px">${escapeHtml(foot)}</p>
</body></html>
`;
}
