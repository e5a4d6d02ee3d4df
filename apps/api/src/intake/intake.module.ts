import { Module } from '@nestjs/common';
import { Readers } from './reading/readers';

@Module({ providers: [Readers], exports: [Readers] })
export class IntakeModule {}
