import type { FastifyReply } from 'fastify';
import { styleHash } from './render/style';

/**
 * The policy of a page for readers: a browser runs nothing for it and fetches nothing but an image. JSON-LD is a block
 * of data, which no policy has to allow.
 * @param image where one may come from
 */
export const documentPolicy = (style: string, image = ''): string =>
  `default-src 'none'; style-src 'sha256-${styleHash(style)}'; font-src data:; ${
    image === '' ? '' : `img-src ${new URL(image).origin}; `
  }base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** Lets the pages of any site fetch the answer, which bears nobody's rights. */
export const forAnySite = (reply: FastifyReply): FastifyReply =>
  reply.header('Access-Control-Allow-Origin', '*').header('Cross-Origin-Resource-Policy', 'cross-origin');
