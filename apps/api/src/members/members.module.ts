import { Module, type OnModuleInit } from '@nestjs/common';
import { EventsModule } from '../events';
import { JobWorker } from '../platform/jobs';
import { AccountMails } from './account-mails';
import { AccountRepository } from './account.repository';
import { BrowserSessionRepository } from './browser-session.repository';
import { BrowserSessions } from './browser-sessions';
import { Enrolment } from './enrolment';
import { ForgottenController } from './forgotten.controller';
import { ForgottenPasswords, LinkedPassword } from './forgotten-password';
import { KnownBrowsers } from './known-browsers';
import { MemberController } from './member.controller';
import { MemberRepository } from './member.repository';
import { MemberService } from './member.service';
import { Newsrooms } from './newsrooms';
import { OneTimePasswords } from './one-time-passwords';
import { PasswordChange } from './password-change';
import { PasswordReset } from './password-reset';
import { PasswordService } from './password.service';
import { Passwords } from './passwords.service';
import { SessionController } from './session.controller';
import { SessionService } from './session.service';
import { SignInLimit } from './sign-in-limit';
import { SignInService } from './sign-in.service';
import { TokenRepository } from './token.repository';
import { TokenService } from './token.service';

@Module({
  imports: [EventsModule],
  controllers: [SessionController, ForgottenController, MemberController],
  providers: [
    AccountMails,
    AccountRepository,
    BrowserSessionRepository,
    BrowserSessions,
    Enrolment,
    ForgottenPasswords,
    KnownBrowsers,
    LinkedPassword,
    MemberRepository,
    MemberService,
    Newsrooms,
    OneTimePasswords,
    PasswordChange,
    PasswordReset,
    PasswordService,
    Passwords,
    SessionService,
    SignInLimit,
    SignInService,
    TokenRepository,
    TokenService,
  ],
  exports: [Newsrooms, PasswordReset, Passwords],
})
export class MembersModule implements OnModuleInit {
  constructor(
    private readonly worker: JobWorker,
    private readonly mails: AccountMails,
  ) {}

  onModuleInit(): void {
    this.mails.serve(this.worker);
  }
}
