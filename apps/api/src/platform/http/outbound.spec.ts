import http from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { ProblemError } from '../problem-error';
import { Outbound, type OutboundOptions } from './outbound';

const types = ['text/html', 'text/plain'];

describe('the one way out', () => {
  let hits = 0;
  let answer: (request: http.IncomingMessage, response: http.ServerResponse) => void;
  let port = 0;
  const canary = http.createServer((request, response) => {
    hits += 1;
    answer(request, response);
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => canary.listen(0, '::', resolve));
    port = (canary.address() as AddressInfo).port;
  });
  afterAll(() => new Promise((resolve) => canary.close(resolve)));
  beforeEach(() => {
    hits = 0;
    answer = (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>inne</p>');
  });

  const outbound = (options: OutboundOptions = {}) => Object.assign(new Outbound(), { options });
  const allowed = () => outbound({ allowIPAddressList: ['::1'] });
  const codeOf = (url: string, by = outbound()) =>
    by.get(url, types).then(
      () => 'none',
      (error: unknown) => (error instanceof ProblemError ? error.code : String(error)),
    );
  const here = (path = '') => `http://[::1]:${port}/${path}`;

  const inside = [
    '127.0.0.1',
    '127.1',
    '127.0.1',
    '2130706433',
    '0x7f000001',
    '0x7f.1',
    '0177.0.0.1',
    '017700000001',
    '0x7f.0.0.0x1',
    '127.255.255.254',
    '0',
    '0.0.0.0',
    '0x0',
    'localhost',
    'LOCALHOST',
    'localhost.',
    '127.0.0.1.',
    '①②⑦.⓪.⓪.①',
    '１２７.０.０.１',
    '127。0。0。1',
    '%31%32%37.0.0.1',
    '[::1]',
    '[::]',
    '[0:0:0:0:0:0:0:1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::127.0.0.1]',
    '[::ffff:0:127.0.0.1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.0.1',
    '100.64.0.1',
    '169.254.169.254',
    '2852039166',
    '0xa9fea9fe',
    '[::ffff:169.254.169.254]',
    '[fd00:ec2::254]',
    '[fe80::1]',
    '[fc00::1]',
    '100.100.100.200',
    '168.63.129.16',
    '192.0.0.192',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
  ];

  it.each(inside)('does not reach %s', async (host) => {
    expect(['address-refused', 'address-unreachable']).toContain(await codeOf(`http://${host}:${port}/`));
    expect(hits).toBe(0);
  });

  /** All but the one address that the spec allows, and names that may lead to it alone. */
  const elsewhere = inside.filter((host) => !/localhost|^\[(?:::|(?:0:){7})1\]$/i.test(host));

  it.each(elsewhere)('is not led to %s by a redirect', async (host) => {
    answer = (_, response) =>
      response.writeHead(302, { location: `http://${host.replace(/[^ -~]/g, encodeURIComponent)}:${port}/` }).end();
    expect(['address-refused', 'address-unreachable']).toContain(await codeOf(here(), allowed()));
    expect(hits).toBe(1);
  });

  it('does not reach inside by a name, nor by one that changes its mind', async () => {
    const addresses = ['93.184.215.14', '127.0.0.1'];
    let asked = 0;
    const lookup = ((_host, _options, done) => {
      const address = asked++ === 0 ? addresses[1]! : addresses[0]!;
      (done as unknown as (error: null, all: { address: string; family: number }[]) => void)(null, [
        { address, family: 4 },
      ]);
    }) as LookupFunction;
    expect(await codeOf(`http://inne.test:${port}/`, outbound({ lookup }))).toBe('address-refused');
    expect(asked).toBe(1);
    const mixed = ((_host, _options, done) => {
      (done as unknown as (error: null, all: { address: string; family: number }[]) => void)(
        null,
        addresses.map((address) => ({ address, family: 4 })),
      );
    }) as LookupFunction;
    expect(await codeOf(`http://inne.test:${port}/`, outbound({ lookup: mixed }))).toBe('address-refused');
    expect(hits).toBe(0);
  });

  it.each([
    'ftp://a.test/',
    'file:///etc/passwd',
    'gopher://a.test/',
    'data:text/html,x',
    'http://user:secret@a.test/',
    'http://',
    'x',
  ])('does not fetch %s', async (url) => {
    expect(await codeOf(url)).toBe('address-refused');
  });

  it('brings what it was allowed to fetch, after at most five redirects', async () => {
    answer = ({ url }, response) => {
      const left = Number(url?.slice(1));
      if (left > 0) response.writeHead(302, { location: `/${left - 1}` }).end();
      else response.writeHead(200, { 'content-type': 'text/html; charset="UTF-8"' }).end('<p>Hei</p>');
    };
    const { bytes, ...rest } = await allowed().get(here('5'), types);
    expect(Buffer.from(bytes).toString()).toBe('<p>Hei</p>');
    expect(rest).toEqual({ mediaType: 'text/html', charset: 'utf-8', url: here('0') });
    hits = 0;
    expect(await codeOf(here('6'), allowed())).toBe('address-unreachable');
    expect(hits).toBe(6);
  });

  it.each<[string, (response: http.ServerResponse) => void]>([
    ['another type', (response) => response.writeHead(200, { 'content-type': 'image/png' }).end('x')],
    ['no type', (response) => response.writeHead(200).end('x')],
    ['an error', (response) => response.writeHead(500, { 'content-type': 'text/html' }).end('x')],
    [
      'a packed answer',
      (response) => response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end('x'),
    ],
    [
      'more than it takes',
      (response) => response.writeHead(200, { 'content-type': 'text/html' }).end(Buffer.alloc(6 * 1024 * 1024)),
    ],
    [
      'half an answer',
      (response) => {
        response
          .writeHead(200, { 'content-type': 'text/html', 'content-length': '100' })
          .write('x', () => response.destroy());
      },
    ],
    ['a redirect to nowhere', (response) => response.writeHead(302).end()],
  ])('refuses %s', async (_, respond) => {
    answer = (_request, response) => respond(response);
    expect(await codeOf(here(), allowed())).toBe('address-unreachable');
  });

  it('waits ten seconds and no longer', async () => {
    answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).write('x');
    };
    const start = performance.now();
    expect(await codeOf(here(), allowed())).toBe('address-unreachable');
    expect(performance.now() - start).toBeLessThan(15_000);
    canary.closeAllConnections();
  }, 20_000);
});
