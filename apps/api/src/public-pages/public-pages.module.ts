import { Module } from '@nestjs/common';
import { ReportsModule } from '../reports';
import { EmbedController } from './embed.controller';
import { ListedReports } from './listed-reports';
import { NewsroomPagesController } from './newsroom-pages.controller';
import { NewsroomPages } from './newsroom-pages';

@Module({
  imports: [ReportsModule],
  controllers: [EmbedController, NewsroomPagesController],
  providers: [ListedReports, NewsroomPages],
})
export class PublicPagesModule {}
