export * from './form/rows';
