import { Module, type DynamicModule } from '@nestjs/common';
import { ArticlesModule } from './articles';
import { AssignmentsModule } from './assignments';
import { BackupModule } from './backup';
import { EvidenceModule } from './evidence';
import { EventsModule } from './events/events.module';
import { JobsModule } from './jobs';
import { MembersModule } from './members';
import { BoardModule } from './board';
import { NotificationsModule } from './notifications';
import type { Config } from './platform/config';
import { PlatformModule } from './platform/platform.module';
import { PublicPagesModule } from './public-pages';
import { PresenceModule } from './presence';
import { ReportsModule } from './reports';
import { ReviewsModule } from './reviews';
import { SearchModule } from './search';
import { SettingsModule } from './settings';
import { SourcesModule } from './sources';
import { ThreadsModule } from './threads';
import { WebhooksModule } from './webhooks';

@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(config),
        EventsModule,
        MembersModule,
        EvidenceModule,
        SourcesModule,
        ReviewsModule,
        ArticlesModule,
        AssignmentsModule,
        BoardModule,
        PresenceModule,
        ThreadsModule,
        ReportsModule,
        PublicPagesModule,
        SearchModule,
        SettingsModule,
        WebhooksModule,
        BackupModule,
        JobsModule,
        NotificationsModule,
      ],
    };
  }
}
