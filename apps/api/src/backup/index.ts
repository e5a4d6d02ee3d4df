export { ArchiveError, checkArchive, type Manifest } from './archive';
export { writeBackup } from './backup';
export { BackupModule } from './backup.module';
export { restoreBackup } from './restore';
export { BackupSchedule } from './schedule';
