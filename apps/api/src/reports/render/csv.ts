import { stringify } from 'csv-stringify/sync';
import type { CsvSeparator, Report } from '@belegg/contract';
import { tableOf } from './table';

const signs: Readonly<Record<CsvSeparator, string>> = { comma: ',', semicolon: ';', tab: '\t' };

/**
 * One row a claim (RFC 4180, UTF-8 with BOM), parted as it is asked for, or as the spreadsheets of the language's
 * readers expect: by semicolons where the comma is the decimal mark. Each field is quoted, so that no line feed ends a
 * row, and what a spreadsheet would take for a formula is neutralized.
 */
export function renderCsv(report: Report, separator?: CsvSeparator): string {
  const { header, rows } = tableOf(report);
  const plain = rows.map((row) => row.map((cell) => (typeof cell === 'object' ? cell.clock : cell)));
  return stringify([[...header], ...plain], {
    bom: true,
    delimiter: signs[separator ?? (report.article.language === 'en' ? 'comma' : 'semicolon')],
    quoted: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  });
}
