import { Module } from '@nestjs/common';
import { ArticleHeads } from './article-heads';
import { CoverageReader } from './coverage.reader';
import { CoveringCache } from './covering-cache';

@Module({ providers: [ArticleHeads, CoverageReader, CoveringCache], exports: [ArticleHeads, CoverageReader] })
export class CoverageModule {}
