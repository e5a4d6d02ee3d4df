import { routes, type AnswerOf, type ParamsOf, type RouteName, type Routes, type SentBodyOf } from '@belegg/contract';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

interface Sent<Name extends RouteName> {
  readonly params?: ParamsOf<Routes[Name]>;
  readonly body?: SentBodyOf<Routes[Name]>;
  /** Sent as `If-Match`. */
  readonly etag?: string;
}

/** Somebody who works through the interface, as the page does. */
export class Person {
  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly secret: string,
  ) {}

  static async signIn(app: NestFastifyApplication, email: string, password: string): Promise<Person> {
    const { cookies } = await app.inject({ method: 'POST', url: routes.signIn.path, payload: { email, password } });
    const secret = cookies.find(({ name }) => name.endsWith('belegg_session'))?.value;
    if (secret === undefined) throw new Error(`${email} cannot sign in`);
    return new Person(app, secret);
  }

  /** @throws Error with the problem, when the answer is one */
  async call<Name extends RouteName>(
    name: Name,
    { params = {} as ParamsOf<Routes[Name]>, body, etag }: Sent<Name> = {},
  ): Promise<AnswerOf<Routes[Name]>> {
    const { method, path } = routes[name];
    const values: Readonly<Record<string, unknown>> = params;
    const { statusCode, body: answer } = await this.app.inject({
      method,
      url: path.replace(/\{(\w+)\}/g, (_, part: string) => String(values[part])),
      headers: { authorization: `Bearer ${this.secret}`, ...(etag !== undefined && { 'if-match': etag }) },
      ...(body !== undefined && { payload: body as object }),
    });
    if (statusCode >= 400) throw new Error(`${name}: ${answer}`);
    return (answer === '' ? undefined : JSON.parse(answer)) as AnswerOf<Routes[Name]>;
  }
}
