import { Controller } from '@nestjs/common';
import { routes } from '@belegg/contract';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { MemberService } from './member.service';
import { PasswordReset } from './password-reset';
import { TokenService } from './token.service';

@Controller()
export class MemberController {
  constructor(
    private readonly members: MemberService,
    private readonly passwords: PasswordReset,
    private readonly tokens: TokenService,
  ) {}

  @Endpoint(routes.listMembers)
  list(@Checked() { actor, query }: Input<typeof routes.listMembers>) {
    return this.members.list(actor, query.cursor);
  }

  @Endpoint(routes.addMember)
  add(@Checked() { actor, body }: Input<typeof routes.addMember>) {
    return this.members.add(actor, body);
  }

  @Endpoint(routes.changeMember)
  change(@Checked() { actor, params, body }: Input<typeof routes.changeMember>) {
    return this.members.change(actor, params.id, body);
  }

  @Endpoint(routes.resetPassword)
  resetPassword(@Checked() { actor, params }: Input<typeof routes.resetPassword>) {
    return this.passwords.byAdmin(actor, params.id);
  }

  @Endpoint(routes.listTokens)
  listTokens(@Checked() { actor, query }: Input<typeof routes.listTokens>) {
    return this.tokens.list(actor, query.cursor);
  }

  @Endpoint(routes.createToken)
  createToken(@Checked() { actor, body }: Input<typeof routes.createToken>) {
    return this.tokens.create(actor, body);
  }

  @Endpoint(routes.revokeToken)
  revokeToken(@Checked() { actor, params }: Input<typeof routes.revokeToken>) {
    return this.tokens.revoke(actor, params.id);
  }
}
