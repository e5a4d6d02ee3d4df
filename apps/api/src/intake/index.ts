export { decodeUpload } from './decode';
export { tooLarge } from './refusals';
export { takeIn, understand, type Intake, type RawContent } from './intake';
