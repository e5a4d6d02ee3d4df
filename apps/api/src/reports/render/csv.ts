import { stringify } from 'csv-stringify/sync';
import type { Report } from '@belegg/contract';
import { tableOf } from './table';

/**
 * One row a claim (RFC 4180, UTF-8 with BOM), parted as the spreadsheets of the language's readers expect: by semicolons
 * where the comma is the decimal mark. Each field is quoted, so that no line feed ends a row, and what a spreadsheet would
 * take for a formula is neutralized.
 */
export const renderCsv = (report: Report): string =>
  stringify(tableOf(report), {
    bom: true,
    delimiter: report.article.language === 'en' ? ',' : ';',
    quoted: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  });
