export { ArticleAssignments, type Selected } from './article-assignments';
export { Assignee } from './assignee';
export { Assignments } from './assignments';
export { ClaimAssignments } from './claim-assignments';
export { dueText } from './due';
export { Taking } from './taking';
