import { Controller, Inject, Req } from '@nestjs/common';
import { routes } from '@belegg/contract';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../platform/config';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { visitOf } from '../platform/sessions/visit';
import { ForgottenPasswords } from './forgotten-password';

@Controller()
export class ForgottenController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly forgotten: ForgottenPasswords,
  ) {}

  @Endpoint(routes.forgetPassword)
  ask(@Checked() { body, language }: Input<typeof routes.forgetPassword>, @Req() request: FastifyRequest) {
    return this.forgotten.ask(body, visitOf(request, this.config), language);
  }

  @Endpoint(routes.redeemPasswordLink)
  redeem(@Checked() { body }: Input<typeof routes.redeemPasswordLink>, @Req() request: FastifyRequest) {
    return this.forgotten.redeem(body, visitOf(request, this.config));
  }
}
