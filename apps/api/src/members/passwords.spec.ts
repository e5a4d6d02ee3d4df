import { isGuessable } from './password-strength';
import { hashPassword, oneTimePassword, verifyPassword } from './passwords';

describe('verifyPassword', () => {
  it('knows the right password in every Unicode spelling', async () => {
    const hash = hashPassword('blåbær på fjellet');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(verifyPassword(hash, 'blåbær på fjellet'.normalize('NFD'))).toBe(true);
    expect(verifyPassword(hash, 'blåbær på fjellet ')).toBe(false);
  });

  it('works as hard for a name that nobody has', async () => {
    const hash = hashPassword('blåbær på fjellet');
    const effort = async (passwordHash: string | undefined): Promise<number> => {
      const before = process.cpuUsage();
      for (let i = 0; i < 10; i += 1) verifyPassword(passwordHash, 'en gjetning');
      return process.cpuUsage(before).user;
    };
    await effort(undefined);
    expect(await effort(undefined)).toBeGreaterThan((await effort(hash)) / 2);
  });

  it('says no where there is no hash', async () => {
    expect(verifyPassword(undefined, '')).toBe(false);
    expect(verifyPassword('', 'anything')).toBe(false);
  });
});

describe('oneTimePassword', () => {
  it('is never the same, and never common', () => {
    const made = Array.from({ length: 500 }, oneTimePassword);
    expect(new Set(made).size).toBe(500);
    expect(
      made.filter(
        (password) => !/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/.test(password) || isGuessable(password),
      ),
    ).toEqual([]);
  });
});

describe('isGuessable', () => {
  it.each([
    'password123',
    'Password2024!',
    'P@ssw0rd123',
    'passord1234',
    '!!Passordet!!',
    'Sommeren2026',
    'sommer-2026',
    'qwertyuiop',
    'QWERTYUIOPÅ',
    '1q2w3e4r5t6y',
    'qwertyuio1',
    '1234567890',
    '0987654321',
    '123456789012',
    'abcdefghijkl',
    'aaaaaaaaaa',
    'abcabcabcabc',
    '121212121212',
    '2024-12-24',
    'belegg-demo',
    'Belegg123456',
    'Redaksjonen1',
    'iloveyou2024',
    'jegelskerdeg',
    'Liverpool1892',
    'correct-horse-battery-staple',
  ])('knows %s', (password) => expect(isGuessable(password)).toBe(true));

  it.each([
    'grevling under trappen',
    'fire sikre blåmeiser',
    'xkq7-vbn2-mmw9',
    'tjukkas-tråkker-tomt',
    '73 sauer og en låve',
    'KjølPåTvers!88',
    '日本語のながいことば',
  ])('lets %s pass', (password) => expect(isGuessable(password)).toBe(false));

  it('knows what is known of the person', () => {
    const about = ['kari.nordmann@avisa.test', 'Kari Nordmann'];
    for (const password of ['KariNordmann1', 'kari.nordmann@avisa.test', 'nordmann2026'])
      expect(isGuessable(password, about)).toBe(true);
    expect(isGuessable('Kari Nordmann spiser grus', about)).toBe(false);
  });
});
