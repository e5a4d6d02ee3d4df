import { Controller } from '@nestjs/common';
import { routes } from '@belegg/contract';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { UndoService } from './undo.service';

@Controller()
export class UndoController {
  constructor(private readonly undoing: UndoService) {}

  @Endpoint(routes.undo)
  undo(@Checked() { actor, params }: Input<typeof routes.undo>) {
    return this.undoing.undo(actor, params.id);
  }
}
