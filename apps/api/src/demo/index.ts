export { loadDemo, opensToEverybody } from './demo';
