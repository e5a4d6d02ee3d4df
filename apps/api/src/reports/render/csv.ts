import { stringify } from 'csv-stringify/sync';
import type { Report } from '@belegg/contract';
import { tableOf } from './table';

/** One row a claim (RFC 4180, UTF-8 with BOM for Excel). What a spreadsheet would take for a formula is neutralized. */
export const renderCsv = (report: Report): string =>
  stringify(tableOf(report), { bom: true, record_delimiter: 'windows', escape_formulas: true });
