import fc from 'fast-check';
import { describeError, requestIdOf, withoutSecrets } from './logs';

describe('the id of a request', () => {
  it('is taken over where it can stand in a header, a URN and a log as it is, and is new otherwise', () => {
    expect(requestIdOf('Root=1-67891233-abcdef012345678912345678')).toBe('Root=1-67891233-abcdef012345678912345678');
    for (const bad of [undefined, '', 'a b', 'a\nb', 'x'.repeat(129), ['a', 'b'], '{"level":"fatal"}', 'æ'])
      expect(requestIdOf(bad)).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('never holds anything that a header or a line of JSON would have to quote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        const id = requestIdOf(given);
        expect(JSON.stringify(id)).toBe(`"${id}"`);
        expect(encodeURI(id)).toBe(id);
      }),
    );
  });
});

describe('a line of the log', () => {
  it.each([
    ['Key (email)=(kari.nordmann@avis.example) already exists', 'Key (email)=([address]) already exists'],
    ['cannot reach postgresql://belegg:hunter2@db/belegg', 'cannot reach postgresql://[secret]@db/belegg'],
    [`token ${'Ab-_9'.repeat(8)}xyz was refused`, 'token [secret] was refused'],
    ['in 0199a000-0000-7000-8000-000000000001', 'in 0199a000-0000-7000-8000-000000000001'],
  ])('holds no secret of "%s"', (given, kept) => {
    expect(withoutSecrets(given)).toBe(kept);
  });

  it("tells of PostgreSQL's errors the code, not the row", () => {
    const error = Object.assign(new Error('duplicate key'), { code: '23505', detail: 'Key (name)=(Kari)', query: 'x' });
    expect(describeError(error)).toEqual({
      type: 'Error',
      message: 'duplicate key',
      code: '23505',
      stack: expect.stringContaining('logs.spec'),
    });
    const invalid = new Error(
      '\nInvalid `tx.account.create()` invocation:\n\n{ name: "Kari" }\n\nArgument is missing.',
    );
    expect(JSON.stringify(describeError(invalid))).not.toContain('Kari');
    expect(describeError(invalid)).toMatchObject({ message: 'Argument is missing.' });
    expect(describeError('gone')).toEqual({ type: 'string', message: 'gone', stack: '' });
  });
});
