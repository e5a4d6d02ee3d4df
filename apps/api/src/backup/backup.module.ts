import { Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence';
import { BackupSchedule } from './schedule';

@Module({ imports: [EvidenceModule], providers: [BackupSchedule] })
export class BackupModule {}
