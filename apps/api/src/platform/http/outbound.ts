import { Injectable } from '@nestjs/common';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import {
  RequestFilteringHttpAgent,
  RequestFilteringHttpsAgent,
  type RequestFilteringAgentOptions,
} from 'request-filtering-agent';
import { ProblemError } from '../problem-error';

/** Bytes, milliseconds and redirects of one fetch. */
const mostBytes = 5 * 1024 * 1024;
const limit = 10_000;
const mostRedirects = 5;
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Beyond what the agent refuses as not of the open net: what serves a cloud machine's metadata at an address that looks
 * public,
 */
const refused = ['168.63.129.16'];
/** and IPv4 written as IPv6 (RFC 4291, 2.5.5.1), as a parsed URL has it. */
const compatible = /^\[::(?:[0-9a-f]{1,4}:)?[0-9a-f]{1,4}\]$/;

export interface Fetched {
  readonly bytes: Uint8Array;
  /** Without parameters, in lower case. */
  readonly mediaType: string;
  readonly charset: string | undefined;
  /** Where it was found in the end. */
  readonly url: string;
}

/** What the one way out may reach; specs let it reach a server of their own. */
export interface OutboundOptions extends RequestFilteringAgentOptions {
  readonly lookup?: LookupFunction;
}

/**
 * The one way out to the net. It reaches public addresses alone: each is checked when the connection is made, after
 * names were resolved, and again for each redirect, so that neither another spelling nor a name that changes its mind
 * leads inside.
 */
@Injectable()
export class Outbound {
  options: OutboundOptions = {};
  /** Milliseconds that a receiver has to answer. */
  patience = limit;

  /**
   * @param types media types that are taken
   * @throws ProblemError `address-refused`, `address-unreachable`
   */
  async get(address: string, types: readonly string[]): Promise<Fetched> {
    const signal = AbortSignal.timeout(limit);
    let url = address;
    for (let hop = 0; hop <= mostRedirects; hop++) {
      const answer = await this.open(url, types, signal);
      const {
        statusCode = 0,
        headers: { location },
      } = answer;
      if (!redirects.has(statusCode)) return { ...(await read(answer, types)), url };
      answer.destroy();
      url = URL.parse(location ?? '', url)?.href ?? '';
    }
    throw new ProblemError('address-unreachable');
  }

  /**
   * Sends JSON to an address, and follows it nowhere else.
   * @returns the status of the answer, whose body is thrown away
   * @throws ProblemError `address-refused`, `address-unreachable`
   */
  async post(address: string, body: string, headers: Readonly<Record<string, string>>): Promise<number> {
    const sent = { ...headers, 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) };
    const answer = await this.send('POST', address, sent, AbortSignal.timeout(this.patience), body);
    answer.destroy();
    return answer.statusCode ?? 0;
  }

  private open(address: string, types: readonly string[], signal: AbortSignal): Promise<IncomingMessage> {
    return this.send('GET', address, { accept: types.join(', '), 'accept-encoding': 'identity' }, signal);
  }

  private send(
    method: 'GET' | 'POST',
    address: string,
    more: Readonly<Record<string, string>>,
    signal: AbortSignal,
    body?: string,
  ): Promise<IncomingMessage> {
    const url = URL.parse(address);
    if (!url || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '')
      throw new ProblemError('address-refused');
    const { lookup, ...filter } = this.options;
    if (compatible.test(url.hostname) && !filter.allowIPAddressList?.includes(url.hostname.slice(1, -1)))
      throw new ProblemError('address-refused');
    const settings = { denyIPAddressList: refused, ...filter, keepAlive: false };
    const secure = url.protocol === 'https:';
    const agent = secure ? new RequestFilteringHttpsAgent(settings) : new RequestFilteringHttpAgent(settings);
    const headers = { ...more, 'user-agent': 'Belegg' };
    return new Promise((resolve, reject) => {
      (secure ? https : http)
        .request(url, { method, agent, headers, signal, ...(lookup && { lookup }) }, resolve)
        .on('error', (error) =>
          reject(
            new ProblemError(
              /is not allowed\. Because/.test(error.message) ? 'address-refused' : 'address-unreachable',
            ),
          ),
        )
        .end(body);
    });
  }
}

async function read(answer: IncomingMessage, types: readonly string[]): Promise<Omit<Fetched, 'url'>> {
  const [mediaType = '', ...parameters] = (answer.headers['content-type'] ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters
    .find((part) => part.startsWith('charset='))
    ?.slice('charset='.length)
    .replaceAll('"', '');
  const isEncoded = !['', 'identity'].includes(answer.headers['content-encoding'] ?? '');
  try {
    if (answer.statusCode !== 200 || !types.includes(mediaType) || isEncoded)
      throw new ProblemError('address-unreachable');
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > mostBytes) throw new ProblemError('address-unreachable');
      chunks.push(chunk);
    }
    return { bytes: Buffer.concat(chunks), mediaType, charset };
  } catch {
    throw new ProblemError('address-unreachable');
  } finally {
    answer.destroy();
  }
}
