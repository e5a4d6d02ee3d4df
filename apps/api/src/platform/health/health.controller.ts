import { Controller, Get, Header } from '@nestjs/common';
import { Database } from '../database/database';
import { ProblemError } from '../problem-error';

/** For whoever runs the server: is the process up, and can it do its work. */
@Controller()
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('health')
  @Header('Cache-Control', 'no-store')
  health() {
    return { status: 'up' };
  }

  /** @throws ProblemError `unavailable` while the database is away or not migrated */
  @Get('ready')
  @Header('Cache-Control', 'no-store')
  async ready() {
    if (!(await this.database.isReady())) throw new ProblemError('unavailable');
    return { status: 'ready' };
  }
}
