import fc from 'fast-check';
import { readDocx } from './formats/docx';
import { docx, p, r } from './formats/word/test/docx';
import { readHtml } from './html';

/** A cell: its words, and how many columns and rows it covers. */
type Cell = readonly [words: string, wide?: number, high?: number];

const asHtml = (rows: readonly (readonly Cell[])[], heads = 0): string =>
  `<table>${rows
    .map((row, index) => {
      const name = index < heads ? 'th' : 'td';
      return `<tr>${row.map(([words, wide = 1, high = 1]) => `<${name} colspan="${wide}" rowspan="${high}">${words}</${name}>`).join('')}</tr>`;
    })
    .join('')}</table>`;

/** Word repeats a cell in each row that it covers, and says that it goes on. */
function asWord(rows: readonly (readonly Cell[])[], heads = 0): Uint8Array {
  const pending: { column: number; wide: number; left: number }[] = [];
  const lines = rows.map((row, index) => {
    const cells: string[] = [];
    let column = 0;
    const goOn = () => {
      for (;;) {
        const above = pending.find((one) => one.left > 0 && one.column === column);
        if (!above) return;
        above.left -= 1;
        cells.push(`<w:tc><w:tcPr><w:gridSpan w:val="${above.wide}"/><w:vMerge/></w:tcPr>${p('')}</w:tc>`);
        column += above.wide;
      }
    };
    for (const [words, wide = 1, high = 1] of row) {
      goOn();
      const merge = high > 1 ? '<w:vMerge w:val="restart"/>' : '';
      cells.push(
        `<w:tc><w:tcPr><w:gridSpan w:val="${wide}"/>${merge}</w:tcPr>${p(words === '' ? '' : r(words))}</w:tc>`,
      );
      if (high > 1) pending.push({ column, wide, left: high - 1 });
      column += wide;
    }
    goOn();
    return `<w:tr>${index < heads ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${cells.join('')}</w:tr>`;
  });
  return docx(`<w:tbl>${lines.join('')}</w:tbl>`);
}

describe('A table of data', () => {
  it.each<[string, readonly (readonly Cell[])[], number, string[]]>([
    [
      'of one head',
      [
        [[''], ['2023'], ['2024']],
        [['Ledighet'], ['1,8'], ['2,1']],
      ],
      0,
      ['Ledighet 2023: 1,8; 2024: 2,1'],
    ],
    [
      'with a head of two rows',
      [
        [
          ['Fylke', 1, 2],
          ['Menn', 2],
          ['Kvinner', 2],
        ],
        [['2023'], ['2024'], ['2023'], ['2024']],
        [['Oslo'], ['1'], ['2'], ['3'], ['4']],
      ],
      2,
      ['Fylke: Oslo; Menn, 2023: 1; Menn, 2024: 2; Kvinner, 2023: 3; Kvinner, 2024: 4'],
    ],
    [
      'with a head of two rows that does not say so',
      [
        [
          ['', 1, 2],
          ['Menn', 2],
        ],
        [['2023'], ['2024']],
        [['Oslo'], ['1'], ['2']],
      ],
      0,
      ['Oslo Menn, 2023: 1; Menn, 2024: 2'],
    ],
    [
      'with a second row of heads below an empty corner',
      [
        [[''], ['Menn', 2]],
        [[''], ['2023'], ['2024']],
        [['Oslo'], ['1'], ['2']],
      ],
      0,
      ['Oslo Menn, 2023: 1; Menn, 2024: 2'],
    ],
    [
      'in which a figure covers two columns',
      [
        [[''], ['2022'], ['2023'], ['2024']],
        [['Oslo'], ['1', 2], ['2']],
      ],
      0,
      ['Oslo 2022 / 2023: 1; 2024: 2'],
    ],
    [
      'in which a figure covers two rows',
      [
        [[''], ['2023'], ['2024']],
        [['Oslo'], ['1', 1, 2], ['2']],
        [['Bergen'], ['3']],
      ],
      0,
      ['Oslo 2023: 1; 2024: 2', 'Bergen 2023: 1; 2024: 3'],
    ],
    [
      'in which a name covers two rows',
      [
        [['Land'], ['By'], ['Tall']],
        [['Norge', 1, 2], ['Oslo'], ['1']],
        [['Bergen'], ['2']],
      ],
      1,
      ['Land: Norge; By: Oslo; Tall: 1', 'Land: Norge; By: Bergen; Tall: 2'],
    ],
    [
      'with a title across it, and another further down',
      [[['Ledige', 3]], [[''], ['2023'], ['2024']], [['Menn', 3]], [['Oslo'], ['1'], ['2']]],
      0,
      ['Ledige', 'Menn', 'Oslo 2023: 1; 2024: 2'],
    ],
  ])('%s, in HTML and Word', (_, rows, heads, lines) => {
    expect(readHtml(asHtml(rows, heads)).text.split('\n')).toEqual(lines);
    expect(readDocx(asWord(rows, heads)).text.text.split('\n')).toEqual(lines);
  });

  it('loses no word, and puts each figure below its own names, whatever covers what', () => {
    const size = fc.record({ rows: fc.integer({ min: 1, max: 4 }), columns: fc.integer({ min: 1, max: 4 }) });
    const table = size.chain(({ rows, columns }) =>
      fc
        .array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), {
          minLength: rows * columns,
          maxLength: rows * columns,
        })
        .map((spans) => tiled(rows, columns, spans)),
    );
    fc.assert(
      fc.property(table, fc.integer({ min: 0, max: 2 }), (rows, heads) => {
        const words = rows.flat().map(([one]) => one);
        for (const text of [readHtml(asHtml(rows, heads)).text, readDocx(asWord(rows, heads)).text.text]) {
          expect(words.filter((one) => !text.includes(one))).toEqual([]);
        }
      }),
      { numRuns: Number(process.env['INTAKE_RUNS'] ?? 300) },
    );
  });

  it('keeps the words of a table that is wider than any', () => {
    const wide = `<table><tr>${'<td colspan="100">a</td>'.repeat(20)}<td>siste</td></tr></table>`;
    expect(readHtml(wide).text).toContain('siste');
  });
});

/**
 * A table without holes, in which cells cover as much of what is asked for as is free. Each cell has words of its own.
 */
function tiled(rows: number, columns: number, spans: readonly (readonly [number, number])[]): Cell[][] {
  const taken = new Set<string>();
  const isFree = (row: number, column: number) => column < columns && !taken.has(`${row} ${column}`);
  return Array.from({ length: rows }, (_, row) => {
    const cells: Cell[] = [];
    for (let column = 0; column < columns; column++) {
      if (!isFree(row, column)) continue;
      const [most, tall] = spans[row * columns + column] ?? [1, 1];
      let wide = 1;
      while (wide < most && isFree(row, column + wide)) wide += 1;
      const high = Math.min(tall, rows - row);
      for (let down = 0; down < high; down++)
        for (let across = 0; across < wide; across++) taken.add(`${row + down} ${column + across}`);
      cells.push([`r${row}k${column}x`, wide, high]);
    }
    return cells;
  });
}
