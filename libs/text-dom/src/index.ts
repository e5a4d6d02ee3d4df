export * from './borders';
export * from './interval-index';
export * from './point';
export * from './hit';
export * from './render-block';
export * from './selection';
