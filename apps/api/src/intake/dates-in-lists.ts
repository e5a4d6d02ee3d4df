const month =
  /^\s*(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|jan|feb|apr|jun|jul|aug|sep|sept|okt|nov|des)\b/iu;

/**
 * Whether what stands behind a number makes it a date: "24. november", which many programs take for a place in a list.
 */
export const beginsWithMonth = (words: string): boolean => month.test(words);
