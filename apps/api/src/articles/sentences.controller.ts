import { Controller } from '@nestjs/common';
import { routes } from '@belegg/contract';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { SentencesService } from './sentences.service';

@Controller()
export class SentencesController {
  constructor(private readonly sentences: SentencesService) {}

  @Endpoint(routes.splitSentence)
  split(@Checked() { actor, params, ifMatch, body }: Input<typeof routes.splitSentence>) {
    return this.sentences.split(actor, params.id, params.index, ifMatch, body.at);
  }

  @Endpoint(routes.joinSentences)
  join(@Checked() { actor, params, ifMatch }: Input<typeof routes.joinSentences>) {
    return this.sentences.join(actor, params.id, params.index, ifMatch);
  }

  @Endpoint(routes.markCheckability)
  mark(@Checked() { actor, params, ifMatch, body }: Input<typeof routes.markCheckability>) {
    return this.sentences.mark(actor, params.id, params.index, ifMatch, body);
  }

  @Endpoint(routes.confirmCheckability)
  confirm(@Checked() { actor, params, ifMatch }: Input<typeof routes.confirmCheckability>) {
    return this.sentences.confirm(actor, params.id, params.index, ifMatch);
  }
}
