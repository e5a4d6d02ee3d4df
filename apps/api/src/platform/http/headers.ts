import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { Config } from '../config';

const self = "'self'";
const twoYears = 63_072_000;

/**
 * The headers of every answer. Scripts and styles come from files of our own alone; fonts may stand in styles, as in
 * the preview of a report. Documents that are served as data bring a stricter policy of their own.
 */
export const securityHeaders = ({ behindTls }: Pick<Config, 'behindTls'>): FastifyHelmetOptions => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: [self],
      scriptSrc: [self],
      styleSrc: [self],
      imgSrc: [self, 'data:'],
      fontSrc: [self, 'data:'],
      connectSrc: [self],
      objectSrc: ["'none'"],
      baseUri: [self],
      formAction: [self],
      frameAncestors: ["'none'"],
      frameSrc: [self],
    },
  },
  frameguard: { action: 'deny' },
  referrerPolicy: { policy: 'same-origin' },
  hsts: behindTls ? { maxAge: twoYears, includeSubDomains: true } : false,
});

/**
 * The policy of the page itself: also the styles that Angular puts into elements, which bear a nonce of this answer,
 * and those of the documents that the page shows in a frame, which inherits its policy.
 * @param styles SHA-256 of their style sheets, in Base64
 */
export const pagePolicy = (policy: string, nonce: string, styles: readonly string[]): string =>
  policy.replace(
    /(?<=style-src )[^;]*/,
    [self, `'nonce-${nonce}'`, ...styles.map((hash) => `'sha256-${hash}'`)].join(' '),
  );

/** The same for answers that no hook of the server reaches; they are no documents, so they may do nothing at all. */
export const bareHeaders = ({ behindTls }: Pick<Config, 'behindTls'>): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  ...(behindTls && { 'Strict-Transport-Security': `max-age=${twoYears}; includeSubDomains` }),
});
