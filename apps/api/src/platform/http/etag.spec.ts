import { assertCurrent } from './etag';

describe('assertCurrent', () => {
  const current = { etag: '"4.2.17"', title: 'Nå' };

  it.each(['"4.2.17"', '"1", "4.2.17"', '  "4.2.17"  '])('lets %s pass', (ifMatch) =>
    expect(() => assertCurrent(ifMatch, current)).not.toThrow(),
  );

  it.each(['"4.2.16"', '*', 'W/"4.2.17"', '4.2.17', '""', '"4.2.17', ''])(
    'refuses %j, and shows what is current',
    (ifMatch) => {
      expect(() => assertCurrent(ifMatch, current)).toThrow(
        expect.objectContaining({ code: 'stale', details: { current } }),
      );
    },
  );
});
