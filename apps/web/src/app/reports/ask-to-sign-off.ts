import type { Dialogs } from '../shell/dialogs';

/** What a report would say of an article's sentences. */
export interface SignedContent {
  readonly title: string;
  readonly approved: number;
  readonly inPart: number;
  readonly notCheckable: number;
}

/** Asks once more before a report is frozen, with what it will say. Whether it is meant. */
export async function askToSignOff(dialogs: Dialogs, content: SignedContent): Promise<boolean> {
  return (
    (await dialogs.open<boolean>(() => import('./sign-off-dialog').then((m) => m.SignOffDialog), content)) ?? false
  );
}
