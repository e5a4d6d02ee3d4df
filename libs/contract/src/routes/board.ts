import * as board from '../board';
import { route } from '../route';

export const boardRoutes = {
  getBoard: route({
    method: 'GET',
    path: '/api/board',
    summary: 'What there is to do in the newsroom: mine, what waits for me, what waits for others, what is late',
    access: 'read',
    answer: board.board,
  }),
} as const;
