import type { TestProject } from 'vitest/node';
import { startDynamo } from '../../infra/local/parts/dynamo';

declare module 'vitest' {
  export interface ProvidedContext {
    dynamo: string;
  }
}

/** One embedded DynamoDB in memory for the whole run; every test makes tables of its own on it. */
export default async ({ provide }: TestProject) => {
  const part = await startDynamo();
  provide('dynamo', part.endpoint);
  return part.stop;
};
