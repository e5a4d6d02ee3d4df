import { ProblemError } from '../../platform/problem-error';
import { decodeUpload } from '../decode';
import type { FoundText } from '../found';
import { brokenFile } from '../refusals';
import { readReport } from './belegg-report';
import { readNinjs } from './ninjs';

/**
 * A JSON file: a report of Belegg, or a ninjs news object.
 * @throws ProblemError `broken-file`, `unknown-json`, or as `decodeUpload`
 */
export function readJson(bytes: Uint8Array, mostBytes: number): FoundText {
  const json = parse(decodeUpload(bytes, mostBytes));
  if (
    typeof json === 'object' &&
    json !== null &&
    'format' in json &&
    typeof json.format === 'string' &&
    json.format.startsWith('belegg-report/')
  )
    return readReport(json);
  const news = readNinjs(json);
  if (!news) throw new ProblemError('unknown-json');
  return news;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw brokenFile();
  }
}
