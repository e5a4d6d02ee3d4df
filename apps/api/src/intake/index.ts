export { decodeUpload } from './decode';
export { takeIn, understand, type Intake, type RawContent } from './intake';
