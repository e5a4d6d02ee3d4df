import { Controller, Inject, Req, Res } from '@nestjs/common';
import { routes, type SessionView } from '@belegg/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../platform/config';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { clearSessionCookie, setBrowserCookie, setSessionCookie } from '../platform/sessions/credentials';
import { visitOf } from '../platform/sessions/visit';
import type { OpenedSession } from './browser-sessions';
import { PasswordService } from './password.service';
import { SessionService } from './session.service';
import { SignInService } from './sign-in.service';

@Controller()
export class SessionController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly signIns: SignInService,
    private readonly sessions: SessionService,
    private readonly passwords: PasswordService,
  ) {}

  @Endpoint(routes.signIn)
  async signIn(
    @Checked() { body }: Input<typeof routes.signIn>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.keep(reply, await this.signIns.signIn(body, visitOf(request, this.config)));
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
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.keep(reply, await this.passwords.change(actor, body, visitOf(request, this.config)));
  }

  @Endpoint(routes.switchNewsroom)
  switchNewsroom(@Checked() { actor, body }: Input<typeof routes.switchNewsroom>) {
    return this.sessions.switchNewsroom(actor, body.newsroomId);
  }

  @Endpoint(routes.listSessions)
  list(@Checked() { actor, query }: Input<typeof routes.listSessions>) {
    return this.sessions.list(actor, query.cursor);
  }

  @Endpoint(routes.endSession)
  end(@Checked() { actor, params }: Input<typeof routes.endSession>, @Req() request: FastifyRequest) {
    return this.sessions.end(actor, params.id, visitOf(request, this.config));
  }

  /** The browser keeps the secrets; the page never sees them. */
  private keep(reply: FastifyReply, { view, secret, expiresAt, browser }: OpenedSession): SessionView {
    setSessionCookie(reply, secret, expiresAt, this.config);
    setBrowserCookie(reply, browser.secret, browser.expiresAt, this.config);
    return view;
  }
}
