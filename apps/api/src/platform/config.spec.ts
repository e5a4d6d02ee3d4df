import { readConfig } from './config';

const least = { DATABASE_URL: 'postgresql://127.0.0.1/belegg' };

describe('readConfig', () => {
  it('takes an empty setting for one that is not set', () => {
    const empty = Object.fromEntries(
      ['PORT', 'HOST', 'LOG_LEVEL', 'BACKUP_DIR', 'BACKUP_KEEP', 'PUBLIC_URL', 'BEHIND_TLS'].map((name) => [name, '']),
    );
    expect(readConfig({ ...least, ...empty })).toEqual(readConfig(least));
  });

  it.each([
    ['LOG_LEVEL', 'loud'],
    ['BACKUP_KEEP', '0'],
    ['PORT', '99999'],
  ])('refuses %s=%s by its name', (name, value) => {
    expect(() => readConfig({ ...least, [name]: value })).toThrow(new RegExp(`^${name}: `));
  });
});
