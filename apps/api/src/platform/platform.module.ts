import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { Clock } from './clock';
import { CONFIG, type Config } from './config';
import { Database } from './database/database';
import { HealthController } from './health/health.controller';
import { Metrics } from './health/metrics';
import { Room } from './health/room';
import { Admission } from './http/admission';
import { AnswerInterceptor } from './http/answer';
import { FirstAnswers } from './http/first-answers';
import { Gate } from './http/gate';
import { Idempotency } from './http/idempotency';
import { Outbound } from './http/outbound';
import { ProblemFilter } from './http/problem-filter';
import { JobQueue, JobWorker } from './jobs';
import { Redactions } from './redaction';
import { Mailer } from './mail';
import { SecurityLog } from './security-log';
import { SessionStore } from './sessions/session-store';

/** What every slice stands on. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config): DynamicModule {
    return {
      module: PlatformModule,
      controllers: [HealthController],
      providers: [
        { provide: CONFIG, useValue: config },
        Admission,
        Clock,
        Database,
        FirstAnswers,
        JobQueue,
        JobWorker,
        Mailer,
        Metrics,
        Outbound,
        Redactions,
        Room,
        SecurityLog,
        SessionStore,
        { provide: APP_GUARD, useClass: Gate },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
        { provide: APP_INTERCEPTOR, useClass: Idempotency },
      ],
      exports: [
        CONFIG,
        Clock,
        Database,
        JobQueue,
        JobWorker,
        Mailer,
        Metrics,
        Outbound,
        Redactions,
        SecurityLog,
        SessionStore,
      ],
    };
  }
}
