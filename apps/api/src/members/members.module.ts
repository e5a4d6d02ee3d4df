import { Module } from '@nestjs/common';
import { EventsModule } from '../events';
import { AccountRepository } from './account.repository';
import { PasswordService } from './password.service';
import { PasswordVerifier } from './passwords';
import { SessionController } from './session.controller';
import { SessionService } from './session.service';
import { SignInLimit } from './sign-in-limit';

@Module({
  imports: [EventsModule],
  controllers: [SessionController],
  providers: [AccountRepository, PasswordService, PasswordVerifier, SessionService, SignInLimit],
})
export class MembersModule {}
