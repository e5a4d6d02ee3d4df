/**
 * The clocks by which page and reports tell moments (IANA): one moment reads the same in both, wherever the reader
 * sits.
 */
export const newsroomZone = 'Europe/Oslo';
