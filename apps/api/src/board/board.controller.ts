import { Controller } from '@nestjs/common';
import { routes } from '@belegg/contract';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { BoardService } from './board.service';

@Controller()
export class BoardController {
  constructor(private readonly board: BoardService) {}

  @Endpoint(routes.getBoard)
  get(@Checked() { actor }: Input<typeof routes.getBoard>) {
    return this.board.get(actor);
  }
}
