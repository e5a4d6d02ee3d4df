import type { Report } from '@belegg/contract';
import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
} from 'write-excel-file/utility';
import writeExcelFile, { type Feature, type Image } from 'write-excel-file/node';
import { tableOf, type Cell } from './table';
import { wordsFor } from './words';

/** Widths of columns in characters; those after them are as wide as the last. */
const widths = [6, 14, 16, 48, 48, 32, 32, 11, 12, 18, 18, 20, 9, 9, 9];
/** Points of a line of text, and of the highest row that a spreadsheet has. */
const lineHeight = 15;
const highestRow = 409;
/** UTF-16 units of the longest text that a cell can hold. */
const longestText = 32_767;

/**
 * One row a claim, as an Excel workbook. Cells are typed, so a text that looks like a formula stays a text, and a
 * moment is one that can be sorted. The head is frozen and can filter; in print it stands on each page, as wide as the
 * page is.
 */
export async function renderExcel(report: Report): Promise<Buffer> {
  const { header, rows } = tableOf(report);
  const sheet = wordsFor(report.article.language).claims;
  const head = header.map((value) => ({
    value,
    type: String,
    fontWeight: 'bold' as const,
    wrap: true,
    alignVertical: 'top' as const,
    height: 2 * lineHeight,
  }));
  const body = rows.map((row) => {
    const height = heightOf(row);
    return row.map((cell) => ({ ...cellOf(cell), alignVertical: 'top' as const, height }));
  });
  return writeExcelFile(
    [head, ...body],
    {
      sheet,
      columns: header.map((_, index) => ({ width: widthOf(index) })),
      stickyRowsCount: 1,
      orientation: 'landscape',
    },
    { features: [tableOnPaper(sheet, getCellAddress(rows.length, header.length - 1))] },
  ).toBuffer();
}

const widthOf = (column: number): number => widths[column] ?? widths.at(-1) ?? 9;

function cellOf(cell: Cell) {
  if (typeof cell === 'number') return { value: cell, type: Number };
  // A date of a workbook has no zone: its figures are what the clock showed.
  if (typeof cell === 'object')
    return { value: new Date(`${cell.clock.replace(' ', 'T')}Z`), type: Date, format: 'yyyy-mm-dd hh:mm' };
  return { value: textOf(cell), type: String, wrap: true };
}

/** Text as a cell holds it: "_x0041_" would be read as the code of a character (ECMA-376-1, 22.9.2.19). */
function textOf(text: string): string {
  const escaped = text.replace(/_(?=x[\dA-F]{4}_)/gi, '_x005F_');
  return escaped.length <= longestText ? escaped : `${escaped.slice(0, longestText - 2).toWellFormed()} …`;
}

/** Points that the row's longest cell needs, where its lines are as long as its column is wide. */
function heightOf(row: readonly Cell[]): number {
  const lines = row.map((cell, column) =>
    typeof cell === 'string'
      ? cell.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / widthOf(column))), 0)
      : 1,
  );
  return Math.min(highestRow, Math.max(1, ...lines) * lineHeight);
}

/**
 * What the writer has no setting for: a filter, one page wide, and the head on each page.
 * @param last cell of the table
 */
function tableOnPaper(sheet: string, last: string): Feature<Image['content']> {
  const order = getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? [];
  const quoted = `'${sheet.replaceAll("'", "''")}'`;
  const names = [
    `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${quoted}!$A$1:${absolute(last)}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">${quoted}!$1:$1</definedName>`,
  ];
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          // The writer calls the part below a frozen head what only four parts have.
          transform: (xml) =>
            ['<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>', `<autoFilter ref="A1:${last}"/>`].reduce(
              (all, one) => insertElementMarkupAccordingToOrderOfSiblings(all, one, order, 'worksheet'),
              xml.replace(' xSplit="0"', '').replace('activePane="bottomRight"', 'activePane="bottomLeft"'),
            ),
          transformElementAttributes: (name, attributes) =>
            name === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
        },
        'xl/workbook.xml': {
          transform: (xml) => xml.replace('<definedNames/>', `<definedNames>${names.join('')}</definedNames>`),
        },
      },
    },
  };
}

const absolute = (address: string): string => address.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
