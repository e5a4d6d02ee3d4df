import { ProblemError } from '../../platform/problem-error';
import { readMhtml } from './mhtml';

const part = (headers: readonly string[], body: Buffer | string) =>
  Buffer.concat([Buffer.from(`--grense\r\n${headers.join('\r\n')}\r\n\r\n`), Buffer.from(body), Buffer.from('\r\n')]);
const mhtml = (parts: readonly Buffer[], more = '') =>
  Buffer.concat([
    Buffer.from(
      `From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="grense"${more}\r\n\r\n`,
    ),
    ...parts,
    Buffer.from('--grense--\r\n'),
  ]);

describe('readMhtml', () => {
  it.each<[string, string[], Buffer | string]>([
    [
      'quoted-printable',
      ['Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable'],
      '<p>Bl=C3=A5b=C3=A6r og =\r\n3=3D3</p>',
    ],
    [
      'base64',
      ['Content-Type: text/html; charset="utf-8"', 'Content-Transfer-Encoding: base64'],
      Buffer.from('<p>Blåbær og 3=3</p>').toString('base64'),
    ],
    ['Windows-1252', ['Content-Type: text/html; charset=windows-1252'], Buffer.from('<p>Blåbær og 3=3</p>', 'latin1')],
    ['bytes', ['Content-Type: text/html', 'Content-Transfer-Encoding: 8bit'], '<p>Blåbær og 3=3</p>'],
  ])('reads %s', (_, headers, body) => {
    const image = part(['Content-Type: image/png', 'Content-Transfer-Encoding: base64'], 'iVBORw0KGgo=');
    expect(readMhtml(mhtml([part(headers, body), image])).text.text).toBe('Blåbær og 3=3');
  });

  it('begins with the part that is named, and names other pages', () => {
    const frame = part(['Content-Type: text/html', 'Content-ID: <b>'], '<p>Ramme</p>');
    const root = part(['Content-Type: text/html', 'Content-ID: <a>'], '<p>Saken</p>');
    const { text } = readMhtml(mhtml([frame, root], ';\r\n start="<a>"'));
    expect([text.text, text.dropped]).toEqual(['Saken', [{ kind: 'embed', count: 1, sample: 'Ramme' }]]);
  });

  it('refuses what holds no page', () => {
    expect(() => readMhtml(Buffer.from('x'))).toThrow(ProblemError);
    expect(() => readMhtml(mhtml([part(['Content-Type: image/png'], 'x')]))).toThrow(ProblemError);
  });
});
