export { Presence } from './presence';
export { PresenceMarks } from './presence-marks';
export { PresentPeople } from './present-people';
