import { Controller } from '@nestjs/common';
import { routes } from '@belegg/contract';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { ProtectionService } from './protection.service';

/** Who sees a protected source, and how its protection ends. */
@Controller()
export class ProtectionController {
  constructor(private readonly protection: ProtectionService) {}

  @Endpoint(routes.sourceProtection)
  get(@Checked() { actor, params }: Input<typeof routes.sourceProtection>) {
    return this.protection.get(actor, params.id);
  }

  @Endpoint(routes.nameSourceReaders)
  name(@Checked() { actor, params, ifMatch, body }: Input<typeof routes.nameSourceReaders>) {
    return this.protection.name(actor, params.id, ifMatch, body.accountIds);
  }

  @Endpoint(routes.proposeRemoval)
  propose(@Checked() { actor, params, ifMatch, body }: Input<typeof routes.proposeRemoval>) {
    return this.protection.propose(actor, params.id, ifMatch, body.reason);
  }

  @Endpoint(routes.withdrawRemoval)
  withdraw(@Checked() { actor, params, ifMatch }: Input<typeof routes.withdrawRemoval>) {
    return this.protection.withdraw(actor, params.id, ifMatch);
  }

  @Endpoint(routes.confirmRemoval)
  confirm(@Checked() { actor, params, ifMatch }: Input<typeof routes.confirmRemoval>) {
    return this.protection.confirm(actor, params.id, ifMatch);
  }
}
