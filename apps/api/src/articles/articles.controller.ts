import { Controller } from '@nestjs/common';
import { routes } from '@belegg/contract';
import { Checked, Departure, Endpoint, type Input } from '../platform/http/endpoint';
import { ArticlesService } from './articles.service';
import { ImportsService } from './imports.service';
import { TimelineService } from './timeline.service';

@Controller()
export class ArticlesController {
  constructor(
    private readonly articles: ArticlesService,
    private readonly imports: ImportsService,
    private readonly timeline: TimelineService,
  ) {}

  @Endpoint(routes.listArticles)
  list(@Checked() { actor, query }: Input<typeof routes.listArticles>) {
    return this.articles.list(actor, query);
  }

  @Endpoint(routes.createArticle)
  create(@Checked() { actor, body }: Input<typeof routes.createArticle>, @Departure() signal: AbortSignal) {
    return this.imports.create(actor, body, signal);
  }

  @Endpoint(routes.previewArticle)
  preview(@Checked() { actor, body }: Input<typeof routes.previewArticle>, @Departure() signal: AbortSignal) {
    return this.imports.previewText(actor, body, signal);
  }

  @Endpoint(routes.getArticle)
  get(@Checked() { actor, params }: Input<typeof routes.getArticle>) {
    return this.articles.get(actor, params.id);
  }

  @Endpoint(routes.changeArticle)
  change(@Checked() { actor, params, ifMatch, body }: Input<typeof routes.changeArticle>) {
    return this.articles.change(actor, params.id, ifMatch, body);
  }

  @Endpoint(routes.listArticleEvents)
  events(@Checked() { actor, params, query }: Input<typeof routes.listArticleEvents>) {
    return this.timeline.list(actor, params.id, query.cursor);
  }
}
