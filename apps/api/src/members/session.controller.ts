import { Controller, Inject, Req, Res } from '@nestjs/common';
import { routes, type SessionView } from '@belegg/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../platform/config';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { clearSessionCookie, credentialsOf, setSessionCookie } from '../platform/sessions/credentials';
import { PasswordService } from './password.service';
import { SessionService, type OpenedSession } from './session.service';

@Controller()
export class SessionController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly sessions: SessionService,
    private readonly passwords: PasswordService,
  ) {}

  @Endpoint(routes.signIn)
  async signIn(
    @Checked() { body }: Input<typeof routes.signIn>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.keep(reply, await this.sessions.signIn(body, credentialsOf(request, this.config)));
  }

  @Endpoint(routes.whoAmI)
  whoAmI(@Checked() { actor }: Input<typeof routes.whoAmI>) {
    return this.sessions.whoAmI(actor);
  }

  @Endpoint(routes.signOut)
  async signOut(@Checked() { actor }: Input<typeof routes.signOut>, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.sessions.signOut(actor);
    clearSessionCookie(reply, this.config);
  }

  @Endpoint(routes.changePassword)
  async changePassword(
    @Checked() { actor, body }: Input<typeof routes.changePassword>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.keep(reply, await this.passwords.change(actor, body));
  }

  @Endpoint(routes.switchNewsroom)
  switchNewsroom(@Checked() { actor, body }: Input<typeof routes.switchNewsroom>) {
    return this.sessions.switchNewsroom(actor, body.newsroomId);
  }

  /** The browser keeps the secret; the page never sees it. */
  private keep(reply: FastifyReply, { view, secret, expiresAt }: OpenedSession): SessionView {
    setSessionCookie(reply, secret, expiresAt, this.config);
    return view;
  }
}
