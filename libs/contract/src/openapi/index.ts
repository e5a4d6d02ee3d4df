// An entry of its own, `@belegg/contract/openapi`: what it does when it is loaded would else come into the page.
export { openApiDocument, type DescribedProblems } from './document';
export { problemsOf } from './problems';
