export { coverageSentence } from './coverage-sentence';
