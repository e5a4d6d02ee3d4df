export { AssignmentsModule } from './assignments.module';
export { AssignmentPlaces } from './assignment-places';
export { AssignmentWriter } from './assignment.writer';
