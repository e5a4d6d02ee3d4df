export type { Mail, MailLine } from './mail';
export { Mailer } from './mailer';
