import { request, type FullConfig } from '@playwright/test';
import type { SettingsView } from '@belegg/contract';
import { password, people } from './people';

/** Most tests are of other things than sources: their newsroom asks for none before a claim is submitted. */
export default async function setUp({ projects: [project] }: FullConfig): Promise<void> {
  const { baseURL = '' } = project?.use ?? {};
  const api = await request.newContext({ baseURL, extraHTTPHeaders: { origin: baseURL } });
  await api.post('/api/session', { data: { email: people.admin.email, password } });
  const path = '/api/newsroom/settings';
  const { etag } = (await (await api.get(path)).json()) as SettingsView;
  const answer = await api.put(path, {
    data: { sourceRule: 'none', longestPassage: 3 },
    headers: { 'if-match': etag },
  });
  if (!answer.ok()) throw new Error(`the rule on sources stays: ${await answer.text()}`);
  await api.dispose();
}
