import { Controller } from '@nestjs/common';
import { routes } from '@belegg/contract';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { AnnotationLists } from './annotation-lists';
import { AnnotationsService } from './annotations.service';
import { CreationsService } from './creations.service';
import { EditsService } from './edits.service';

@Controller()
export class AnnotationsController {
  constructor(
    private readonly annotations: AnnotationsService,
    private readonly lists: AnnotationLists,
    private readonly creations: CreationsService,
    private readonly edits: EditsService,
  ) {}

  @Endpoint(routes.listAnnotations)
  list(@Checked() { actor, params, query }: Input<typeof routes.listAnnotations>) {
    return query.cursor === undefined
      ? this.lists.first(actor.newsroomId, params.id)
      : this.annotations.list(actor, params.id, query.cursor);
  }

  @Endpoint(routes.listEarlierAnnotations)
  listEarlier(@Checked() { actor, params, query }: Input<typeof routes.listEarlierAnnotations>) {
    return this.annotations.list(actor, params.id, query.cursor, params.number);
  }

  @Endpoint(routes.createAnnotation)
  create(@Checked() { actor, params, body }: Input<typeof routes.createAnnotation>) {
    return this.creations.create(actor, params.id, body);
  }

  @Endpoint(routes.getAnnotation)
  get(@Checked() { actor, params }: Input<typeof routes.getAnnotation>) {
    return this.annotations.get(actor, params.id);
  }

  @Endpoint(routes.changeAnnotation)
  change(@Checked() { actor, params, ifMatch, body }: Input<typeof routes.changeAnnotation>) {
    return this.edits.edit(actor, params.id, ifMatch, body);
  }

  @Endpoint(routes.annotationHistory)
  history(@Checked() { actor, params, query }: Input<typeof routes.annotationHistory>) {
    return this.annotations.history(actor, params.id, query.cursor);
  }
}
