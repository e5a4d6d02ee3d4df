export * from './rank-similar';
export * from './search-terms';
export type { Wording } from './features';
