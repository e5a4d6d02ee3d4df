import { browserName } from './browser-name';

const of = (rest: string): string => `Mozilla/5.0 ${rest}`;

describe('browserName', () => {
  it.each([
    [of('(X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'), 'Firefox, Linux'],
    [
      of('(Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'),
      'Chrome, Windows',
    ],
    [
      of('(Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0'),
      'Edge, Windows',
    ],
    [
      of('(Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15'),
      'Safari, macOS',
    ],
    [
      of(
        '(iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile Safari/604.1',
      ),
      'Chrome, iOS',
    ],
    [
      of(
        '(Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/29.0 Chrome/130.0 Mobile Safari/537.36',
      ),
      'Samsung Internet, Android',
    ],
    ['curl/8.5.0', ''],
    ['', ''],
    ['<script>alert(1)</script>', ''],
  ])('%s', (userAgent, name) => expect(browserName(userAgent)).toBe(name));
});
