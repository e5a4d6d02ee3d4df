import { sourceRules } from '@belegg/domain';
import * as z from 'zod';
import { etag } from './primitives';

/**
 * What administrators decide for a newsroom. `sourceRule`: what is asked of a claim before it is submitted.
 * `longestPassage`: the most sentences that an annotation may touch and still cover its words.
 */
export const changeSettingsBody = z.strictObject({
  sourceRule: z.enum(sourceRules),
  longestPassage: z.int().min(1).max(100),
});
export type ChangeSettings = z.infer<typeof changeSettingsBody>;
export const settings = z.object({ ...changeSettingsBody.shape, etag });
export type SettingsView = z.infer<typeof settings>;
