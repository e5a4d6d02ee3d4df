export { isHiddenFrom, readHidden, readProtected, type Reader } from './hidden';
export { Redactions } from './redactions';
