import { addMemberBody, line } from '@belegg/contract';
import { parseArgs } from 'node:util';
import { Newsrooms, PasswordReset } from '../members';
import { CommandError, UsageError, type Command } from './command';

const once = '(shown this once; it has to be replaced at the first sign-in)';

export const userAdd: Command = {
  usage: `user add --email <address> --name <name> --newsroom <name> --roles <editor,reviewer,admin>
    Adds somebody to a newsroom, which is made if there is none of that name, and prints a one-time password.`,
  async run(args, { app }) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        email: { type: 'string' },
        name: { type: 'string' },
        newsroom: { type: 'string' },
        roles: { type: 'string' },
      },
    });
    const { success, data, error } = addMemberBody
      .extend({ newsroom: line(120) })
      .safeParse({ ...values, roles: values.roles?.split(',').map((role) => role.trim()) });
    if (!success)
      throw new UsageError(
        error.issues.map(({ path, message }) => `--${path[0]?.toString() ?? ''}: ${message}`).join('; '),
      );
    const { newsroom, ...person } = data;
    const admitted = await (await app()).get(Newsrooms, { strict: false }).admit(newsroom, person);
    if (admitted === undefined) throw new CommandError(`${person.email} is a member of ${newsroom} already`);
    const {
      isNew,
      oneTimePassword,
      member: { email, roles },
    } = admitted;
    const lines = [
      `${email} is ${roles.join(', ')} in ${newsroom}${isNew ? ', a new newsroom' : ''}.`,
      oneTimePassword === undefined
        ? 'The account was there already and keeps its password.'
        : `Password: ${oneTimePassword} ${once}`,
    ];
    return { text: lines.join('\n'), data: { email, newsroom, roles, oneTimePassword } };
  },
};

export const userPassword: Command = {
  usage: `user password --email <address>
    Gives somebody a new one-time password, and ends their sessions and tokens.`,
  async run(args, { app }) {
    const {
      values: { email },
    } = parseArgs({ args: [...args], options: { email: { type: 'string' } } });
    if (email === undefined) throw new UsageError('--email is missing');
    const oneTimePassword = await (await app()).get(PasswordReset, { strict: false }).byOperator(email);
    if (oneTimePassword === undefined) throw new CommandError(`Nobody has the address ${email}`);
    return { text: `Password: ${oneTimePassword} ${once}`, data: { email, oneTimePassword } };
  },
};
