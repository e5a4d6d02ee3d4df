import * as z from 'zod';
import { maxSentences } from '../article';
import { id } from '../primitives';

export const byId = z.object({ id });
export const citedBy = z.object({ id, sourceId: id });
export const number = z.coerce.number().int().min(1).max(2_147_483_647);
export const sentenceOf = z.object({ id, index: z.coerce.number().int().min(0).max(maxSentences) });
