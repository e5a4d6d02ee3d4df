export * from './avatar';
export * from './coverage-bar';
export * from './dialog';
export * from './empty';
export * from './field';
export * from './kbd';
export * from './relative-time';
export * from './verdict-badge';
