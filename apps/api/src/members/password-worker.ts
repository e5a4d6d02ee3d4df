import { perform } from './password-work';

/** What a thread of `Passwords` does with each piece of work. */
export default perform;
