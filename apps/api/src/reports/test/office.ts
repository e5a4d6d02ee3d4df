import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether LibreOffice is installed here. */
export const withOffice = hasOffice();

/** A Word document as LibreOffice saves it, by way of its own format. */
export function throughOffice(bytes: Uint8Array): Uint8Array {
  const directory = mkdtempSync(join(tmpdir(), 'belegg-round-trip-'));
  try {
    writeFileSync(join(directory, 'sak.docx'), bytes);
    const profile = `-env:UserInstallation=file://${directory}/profile`;
    const convert = (to: string, from: string) =>
      execFileSync(
        'soffice',
        [profile, '--headless', '--convert-to', to, '--outdir', directory, join(directory, from)],
        { stdio: 'ignore', timeout: 110_000 },
      );
    convert('odt', 'sak.docx');
    rmSync(join(directory, 'sak.docx'));
    convert('docx', 'sak.odt');
    return readFileSync(join(directory, 'sak.docx'));
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function hasOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
