import type { Report } from '@belegg/contract';
import writeExcelFile from 'write-excel-file/node';
import { tableOf } from './table';

/** One row a claim, as an Excel workbook. Cells are typed, so a text that looks like a formula stays a text. */
export async function renderExcel(report: Report): Promise<Buffer> {
  const [header = [], ...rows] = tableOf(report);
  const data = [
    header.map((value) => ({ value: String(value), type: String, fontWeight: 'bold' as const })),
    ...rows.map((row) =>
      row.map((value) => (typeof value === 'number' ? { value, type: Number } : { value, type: String, wrap: true })),
    ),
  ];
  const columns = header.map((_, index) => ({ width: [5, 12, 14, 48, 48, 32, 32][index] ?? 14 }));
  return writeExcelFile(data, { columns, stickyRowsCount: 1 }).toBuffer();
}
