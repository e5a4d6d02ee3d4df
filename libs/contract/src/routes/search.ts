import { route } from '../route';
import * as found from '../search';

/** What is looked for in all of the newsroom. */
export const searchRoutes = {
  search: route({
    method: 'GET',
    path: '/api/search',
    summary: 'Articles, claims, sources and people of the newsroom by words; names also misspelled',
    access: 'read',
    query: found.searchQuery,
    answer: found.searchResults,
  }),
} as const;
