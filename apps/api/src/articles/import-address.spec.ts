import type { ArticleView, ImportPreview } from '@belegg/contract';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Outbound } from '../platform/http/outbound';
import { TestTeam } from '../test/team';

describe('Importing an address', () => {
  let team: TestTeam;
  let url: string;
  const server = http.createServer((_, response) =>
    response
      .writeHead(200, { 'content-type': 'text/html; charset=iso-8859-1' })
      .end(
        Buffer.from(
          '<!doctype html><html lang="nb"><head><title>Bl\xe5b\xe6r</title></head><body><article><h1>Bl\xe5b\xe6r</h1><p>Skogen er full av dem i \xe5r.</p></article></body></html>',
          'latin1',
        ),
      ),
  );
  beforeAll(async () => {
    team = await TestTeam.open();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/2024/skogen.html`;
  });
  afterAll(async () => {
    server.close();
    await team.close();
  });

  it('takes in what an address leads to, with what is said of it, and shows it first', async () => {
    Object.assign(team.app.nest.get(Outbound), { options: { allowIPAddressList: ['127.0.0.1'] } });
    const preview = await team.editor.call<ImportPreview>('POST', '/api/articles/import/preview', { url });
    expect(preview).toMatchObject({
      status: 200,
      body: { title: 'Blåbær', text: 'Blåbær\nSkogen er full av dem i år.', language: 'nb', annotations: 0 },
    });
    const taken = await team.editor.call<ArticleView>('POST', '/api/articles/import', {
      url,
      title: 'Bær',
      date: '2024-12-01',
    });
    expect(taken).toMatchObject({
      status: 201,
      body: { title: 'Bær', date: '2024-12-01', revision: { text: preview.body.text } },
    });
  });

  it('refuses what is not of the open net, in the language of who asks', async () => {
    Object.assign(team.app.nest.get(Outbound), { options: {} });
    const refused = await team.editor.call('POST', '/api/articles/import', { url }, { 'accept-language': 'nb' });
    expect(refused).toMatchObject({ status: 422, body: { code: 'address-refused', title: 'Adressen hentes ikke' } });
  });
});
