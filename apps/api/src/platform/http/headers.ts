import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { Config } from '../config';

const self = "'self'";
const twoYears = 63_072_000;

/**
 * The headers of every answer. Scripts come from files of our own alone; styles may stand in elements, as Angular
 * places them; fonts may stand in styles, as in the preview of a report. Documents that are served as data bring a stricter policy of their own.
 */
export const securityHeaders = ({ behindTls }: Pick<Config, 'behindTls'>): FastifyHelmetOptions => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: [self],
      scriptSrc: [self],
      styleSrc: [self, "'unsafe-inline'"],
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

/** The same for answers that no hook of the server reaches; they are no documents, so they may do nothing at all. */
export const bareHeaders = ({ behindTls }: Pick<Config, 'behindTls'>): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  ...(behindTls && { 'Strict-Transport-Security': `max-age=${twoYears}; includeSubDomains` }),
});
