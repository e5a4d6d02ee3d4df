import { v7 } from 'uuid';

/** A new id; ids sort by the time they were made. */
export const newId = (): string => v7();
