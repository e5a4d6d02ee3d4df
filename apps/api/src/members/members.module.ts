import { Module } from '@nestjs/common';
import { EventsModule } from '../events';
import { AccountRepository } from './account.repository';
import { Enrolment } from './enrolment';
import { MemberController } from './member.controller';
import { MemberRepository } from './member.repository';
import { MemberService } from './member.service';
import { Newsrooms } from './newsrooms';
import { PasswordReset } from './password-reset';
import { PasswordService } from './password.service';
import { PasswordVerifier } from './passwords';
import { SessionController } from './session.controller';
import { SessionService } from './session.service';
import { SignInLimit } from './sign-in-limit';
import { TokenRepository } from './token.repository';
import { TokenService } from './token.service';

@Module({
  imports: [EventsModule],
  controllers: [SessionController, MemberController],
  providers: [
    AccountRepository,
    Enrolment,
    MemberRepository,
    MemberService,
    Newsrooms,
    PasswordReset,
    PasswordService,
    PasswordVerifier,
    SessionService,
    SignInLimit,
    TokenRepository,
    TokenService,
  ],
  exports: [Newsrooms, PasswordReset, PasswordVerifier],
})
export class MembersModule {}
