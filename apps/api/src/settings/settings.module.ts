import { Module } from '@nestjs/common';
import { CoverageModule } from '../coverage';
import { EventsModule } from '../events';
import { SettingsController } from './settings.controller';
import { SettingsService } from './settings.service';

@Module({
  imports: [CoverageModule, EventsModule],
  controllers: [SettingsController],
  providers: [SettingsService],
})
export class SettingsModule {}
