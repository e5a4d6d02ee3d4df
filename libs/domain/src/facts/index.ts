export * from './fact';
export * from './facts-in';
export * from './unspoken';
