import type { SourceView } from '@belegg/contract';
import { connect, type Socket } from 'node:net';
import { TestTeam } from '../../test/team';
import type { Caller } from '../../test/test-app';

describe('a change of rights', () => {
  let team: TestTeam;
  let port: number;
  beforeAll(async () => {
    team = await TestTeam.open();
    await team.app.nest.listen(0, '127.0.0.1');
    port = Number(new URL(await team.app.nest.getUrl()).port);
  });
  afterAll(() => team.close());

  const body = JSON.stringify({ kind: 'other', name: 'Kilden' });
  /** A call that was admitted, and whose body is still on its way. */
  const admitted = async ({ secret }: Caller) => {
    const socket: Socket = connect(port, '127.0.0.1');
    socket.write(
      [
        'POST /api/sources HTTP/1.1',
        'Host: localhost',
        'Connection: close',
        'Content-Type: application/json',
        `Content-Length: ${body.length}`,
        `Authorization: Bearer ${secret}`,
        `\r\n${body.slice(0, 10)}`,
      ].join('\r\n'),
    );
    const status = new Promise<number>((resolve, reject) => {
      socket.once('data', (data) => resolve(Number(String(data).split(' ')[1])));
      socket.once('error', reject);
    });
    // The next call of the same server is answered only after this one was admitted.
    for (let turn = 0; turn < 5; turn++) await team.editor.call('GET', '/api/session');
    return { finish: () => socket.write(body.slice(10)), status };
  };
  const change = ({ actor }: Caller, to: object) => team.admin.call('PATCH', `/api/members/${actor.accountId}`, to);
  const sources = async () =>
    (await team.editor.call<{ items: SourceView[] }>('GET', '/api/sources')).body.items.length;

  it.each<[string, (member: Caller) => Promise<unknown>]>([
    ['who is disabled', (member) => change(member, { disabled: true })],
    ['whose role is taken away', (member) => change(member, { roles: ['reviewer'] })],
    ['who signed out elsewhere', (member) => member.call('DELETE', '/api/session')],
  ])('reaches the call of somebody %s', async (_, lose) => {
    const member = await team.app.member(team.newsroomId, ['editor']);
    const before = await sources();
    const call = await admitted(member);
    await lose(member);
    call.finish();
    expect(await call.status).toBe(401);
    expect(await sources()).toBe(before);
  });

  it('does not reach the call of anybody else', async () => {
    const call = await admitted(await team.app.member(team.newsroomId, ['editor']));
    await change(await team.app.member(team.newsroomId, ['editor']), { disabled: true });
    call.finish();
    expect(await call.status).toBe(201);
  });
});
