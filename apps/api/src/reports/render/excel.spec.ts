import { strFromU8, unzipSync } from 'fflate';
import { sampleReport } from '../test/sample-report';
import { renderExcel } from './excel';

const partsOf = async (report = sampleReport()) => {
  const parts = unzipSync(await renderExcel(report));
  return (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
};
const sheet = 'xl/worksheets/sheet1.xml';

describe('a workbook', () => {
  it('has a head that is frozen, filters, and stands on each page, which is as wide as the table', async () => {
    const part = await partsOf();
    expect(part(sheet)).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(part(sheet)).toMatch(/<\/sheetData><autoFilter ref="A1:O4"\/><pageMargins/);
    expect(part(sheet)).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(part(sheet)).toContain('orientation="landscape" fitToWidth="1" fitToHeight="0"');
    expect(part('xl/workbook.xml')).toContain(
      '<definedName name="_xlnm.Print_Titles" localSheetId="0">\'Påstander\'!$1:$1</definedName>',
    );
  });

  it('has moments as dates by the clocks of the newsroom, and says which', async () => {
    const part = await partsOf();
    // 16:20 on December 1st, 2024.
    const serial = 45_627 + (16 * 60 + 20) / 1440;
    const [, value] = /<c r="L2" s="\d+"><v>([\d.]+)<\/v>/.exec(part(sheet)) ?? [];
    expect(Number(value)).toBeCloseTo(serial, 6);
    expect(part('xl/sharedStrings.xml')).toContain('(Europe/Oslo)');
    expect(part('xl/styles.xml')).toContain('formatCode="yyyy-mm-dd hh:mm"');
  });

  it('has rows as high as their longest cell, within what a spreadsheet can show', async () => {
    const heights = async (rationale: string) =>
      Array.from((await partsOf(sampleReport({ rationale })))(sheet).matchAll(/<row [^>]* ht="(\d+)"/g), ([, ht]) =>
        Number(ht),
      );
    expect((await heights('Kort.')).slice(1)).toEqual([30, 30, 30]);
    expect((await heights('Linje.\n'.repeat(5) + 'x'.repeat(100)))[1]).toBe(8 * 15);
    expect((await heights('Linje.\n'.repeat(500)))[1]).toBe(409);
  });

  it('holds texts that a workbook would take for something else, or that are longer than a cell', async () => {
    const strings = async (rationale: string) => (await partsOf(sampleReport({ rationale })))('xl/sharedStrings.xml');
    expect(await strings('=1+1 _x0041_ a_x1')).toContain('>=1+1 _x005F_x0041_ a_x1<');
    const [, longest = ''] = /<t[^>]*>(x+ …)<\/t>/.exec(await strings('x'.repeat(40_000))) ?? [];
    expect(longest).toHaveLength(32_767);
  });
});
