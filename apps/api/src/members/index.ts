export { MembersModule } from './members.module';
export { Newsrooms, type FoundedNewsroom, type Founder } from './newsrooms';
export { PasswordReset } from './password-reset';
export { Passwords } from './passwords.service';
