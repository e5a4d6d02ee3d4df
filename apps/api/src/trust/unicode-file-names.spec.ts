import type { ArticleView, EvidenceView, Problem } from '@belegg/contract';
import { canonicalize } from '@belegg/domain';
import fc from 'fast-check';
import { TestTeam } from '../test/team';
import { multipart, multipartHeaders } from '../test/multipart';
import { hostile, line } from './test/hostile-text';

// The same texts every day, so that what fails was changed by whoever made it fail; FC_SEED tries others.
fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 1) });

/** A part whose name has a line break is no file, and no file system has names of more than 255 bytes. */
const isNoName = (name: string): boolean => /[\r\n]/.test(name) || name.toWellFormed().length > 255;

describe('the name of a file', () => {
  let team: TestTeam;
  beforeAll(async () => {
    team = await TestTeam.open();
  });
  afterAll(() => team.close());

  /** The one form in which a name can hold anything (RFC 8187). A part whose name has a line break is no file. */
  const named = (path: string, name: string) => {
    const body = multipart([{ name: '', bytes: `Tekst ${Math.random()}.` }])
      .toString('utf8')
      .replace('filename=""', `filename*=UTF-8''${encodeURIComponent(name.toWellFormed())}`);
    return team.editor.call<EvidenceView & ArticleView & Problem>('POST', path, body, multipartHeaders);
  };

  it('as the name of a file is inert in a header', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (name) => {
        const { status, body } = await named('/api/evidence', name);
        expect([status, body.code]).toEqual(isNoName(name) ? [422, 'invalid'] : [201, undefined]);
        if (status !== 201) return;
        expect(body.fileName).toBe(canonicalize(body.fileName));
        expect(body.fileName).toMatch(/^[^\p{C}\p{Zl}\p{Zp}/\\]{1,150}$/u);
        const { headers } = await team.editor.call('GET', `/api/evidence/${body.sha256}`);
        const [, extended = ''] =
          /^attachment; filename="[\w .()-]+"; filename\*=UTF-8''([\w%.~!-]+)$/.exec(
            headers['content-disposition'] ?? '',
          ) ?? [];
        expect(decodeURIComponent(extended)).toBe(body.fileName);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('as the name of an imported file becomes a title in canonical form, or is refused', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (name) => {
        const { status, body } = await named('/api/articles/import', `${name}.txt`);
        const hasNoType = /(^|[/\\])$/.test(name);
        expect([status, body.code]).toEqual(
          isNoName(`${name}.txt`) ? [422, 'invalid'] : hasNoType ? [415, 'unread-format'] : [201, undefined],
        );
        if (status === 201) expect(body.title).toBe(line(300).kept(body.title));
      }),
      { numRuns: 25, examples: [['\t']] },
    );
  }, 60_000);
});
