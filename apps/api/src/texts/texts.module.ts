import { Module } from '@nestjs/common';
import { Texts } from './texts';

@Module({ providers: [Texts], exports: [Texts] })
export class TextsModule {}
