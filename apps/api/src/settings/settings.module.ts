import { Module } from '@nestjs/common';
import { CoverageModule } from '../coverage';
import { EventsModule } from '../events';
import { ProfileController } from './profile.controller';
import { ProfileService } from './profile.service';
import { SettingsController } from './settings.controller';
import { SettingsService } from './settings.service';

@Module({
  imports: [CoverageModule, EventsModule],
  controllers: [ProfileController, SettingsController],
  providers: [ProfileService, SettingsService],
})
export class SettingsModule {}
