export * from './text/block';
export * from './text/range';
export * from './anchoring/selector';
