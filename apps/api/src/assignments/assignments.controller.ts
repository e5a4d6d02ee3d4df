import { Controller } from '@nestjs/common';
import { routes } from '@belegg/contract';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { AssignmentsService } from './assignments.service';

@Controller()
export class AssignmentsController {
  constructor(private readonly assignments: AssignmentsService) {}

  @Endpoint(routes.listAssignments)
  list(@Checked() { actor, params }: Input<typeof routes.listAssignments>) {
    return this.assignments.list(actor, params.id);
  }

  @Endpoint(routes.replaceAssignments)
  replace(@Checked() { actor, params, ifMatch, body }: Input<typeof routes.replaceAssignments>) {
    return this.assignments.replace(actor, params.id, ifMatch, body);
  }

  @Endpoint(routes.createAssignment)
  create(@Checked() { actor, params, body }: Input<typeof routes.createAssignment>) {
    return this.assignments.create(actor, params.id, body);
  }

  @Endpoint(routes.changeAssignment)
  change(@Checked() { actor, params, ifMatch, body }: Input<typeof routes.changeAssignment>) {
    return this.assignments.change(actor, params.id, ifMatch, body);
  }

  @Endpoint(routes.withdrawAssignment)
  withdraw(@Checked() { actor, params, ifMatch }: Input<typeof routes.withdrawAssignment>) {
    return this.assignments.withdraw(actor, params.id, ifMatch);
  }

  @Endpoint(routes.finishAssignment)
  finish(@Checked() { actor, params, body }: Input<typeof routes.finishAssignment>) {
    return this.assignments.close(actor, params.id, 'done', body.comment);
  }

  @Endpoint(routes.handBackAssignment)
  handBack(@Checked() { actor, params, body }: Input<typeof routes.handBackAssignment>) {
    return this.assignments.close(actor, params.id, 'handedBack', body.comment);
  }
}
