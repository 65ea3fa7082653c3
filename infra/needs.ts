import type { FunctionName } from './build/functions';

/** What a call of `Db` asks of DynamoDB. */
export const ACTIONS = {
  get: ['GetItem'],
  getMany: ['BatchGetItem'],
  query: ['Query'],
  put: ['PutItem'],
  putMany: ['BatchWriteItem', 'PutItem'],
  update: ['UpdateItem'],
  delete: ['DeleteItem'],
  check: ['ConditionCheckItem'],
} as const;
export type Verb = keyof typeof ACTIONS;

export interface Needs {
  /** The calls that the function's code makes, by table. A test compares them with the code. */
  tables: Record<string, string>;
  /** Sends mail from the department's address. */
  mail?: true;
  files?: 'read' | 'read and write';
}

/**
 * What each function may do, and nothing else. `tests/infra/needs.test.ts` reads the code that goes into
 * each function and fails where this list says too little or too much.
 */
export const NEEDS: Record<FunctionName, Needs> = {
  http: {
    tables: {},
    mail: true,
    files: 'read and write',
  },
  mailer: { tables: {}, mail: true, files: 'read' },
  clock: { tables: {}, mail: true, files: 'read' },
  audit: { tables: {} },
  feedback: { tables: {} },
};
