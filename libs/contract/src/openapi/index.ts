export { openApiDocument, type DescribedProblems } from './document';
export { problemsOf } from './problems';
