import { Module } from '@nestjs/common';
import { ArticleHeads } from './article-heads';
import { CoverageReader } from './coverage.reader';

@Module({ providers: [ArticleHeads, CoverageReader], exports: [ArticleHeads, CoverageReader] })
export class CoverageModule {}
