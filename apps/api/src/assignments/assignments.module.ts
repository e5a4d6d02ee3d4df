import { Module } from '@nestjs/common';
import { EventsModule } from '../events';
import { TextsModule } from '../texts';
import { AssignmentPlaces } from './assignment-places';
import { AssignmentWriter } from './assignment.writer';
import { AssignmentsController } from './assignments.controller';
import { AssignmentsService } from './assignments.service';

@Module({
  imports: [EventsModule, TextsModule],
  controllers: [AssignmentsController],
  providers: [AssignmentPlaces, AssignmentWriter, AssignmentsService],
  exports: [AssignmentPlaces, AssignmentWriter],
})
export class AssignmentsModule {}
