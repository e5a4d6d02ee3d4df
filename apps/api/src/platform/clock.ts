import { Injectable } from '@nestjs/common';

/** The time, in one place, so that tests can set it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
