import type { FunctionName } from '../build/functions';

/** The actions of DynamoDB that a call of `Db` needs. */
export const ACTIONS = {
  get: ['GetItem'],
  getMany: ['BatchGetItem'],
  query: ['Query'],
  put: ['PutItem'],
  putMany: ['BatchWriteItem'],
  update: ['UpdateItem'],
  delete: ['DeleteItem'],
  check: ['ConditionCheckItem'],
  describe: ['DescribeTable'],
} as const;
export type Verb = keyof typeof ACTIONS;

export interface Permissions {
  /** The calls that the function's code makes, by table. */
  tables: Record<string, string>;
  /** Sends mail from the department's address. */
  mail?: true;
  /** What it does with files: `read`, `write`, `delete`. */
  files?: string;
}

/**
 * Everything that each function may do. `tests/infra/permissions.test.ts` reads the code that goes into
 * each function and fails where this list says too little or too much.
 */
export const PERMISSIONS: Record<FunctionName, Permissions> = {
  http: {
    tables: {
      accounts: 'get getMany query put update delete check',
      audit: 'query putMany',
      bodies: 'get query put update delete',
      broadcasts: 'get query put update delete',
      documents: 'get query put update',
      events: 'get getMany query put update delete',
      imports: 'get query put update',
      inquiries: 'get getMany query put update',
      invitations: 'get getMany query put update delete',
      letters: 'get query put update delete',
      library: 'get query put update delete',
      nominations: 'get query put update delete',
      notices: 'get getMany query put update delete describe',
      privacy: 'get getMany query put putMany update delete',
      programme: 'get getMany query put putMany update delete',
      register: 'get getMany query put update delete check',
      registrations: 'get getMany query put update',
      rolls: 'getMany query delete',
      units: 'get query put update delete',
    },
    files: 'read write delete',
    mail: true,
  },
  mailer: {
    tables: {
      accounts: 'update',
      bodies: 'get',
      broadcasts: 'get update',
      events: 'get query update',
      inquiries: 'get',
      invitations: 'get query',
      nominations: 'get query',
      notices: 'get getMany query put update describe',
      privacy: 'get',
      register: 'get getMany query put delete',
      registrations: 'get query',
    },
    files: 'read write',
    mail: true,
  },
  importer: {
    tables: {
      bodies: 'get query',
      events: 'get query put update',
      imports: 'get put update',
      privacy: 'getMany',
      registrations: 'get getMany query put update',
      units: 'get query',
    },
    files: 'read delete',
  },
  clock: {
    tables: {
      accounts: 'update',
      audit: 'query putMany',
      bodies: 'get query update',
      broadcasts: 'get query update',
      events: 'get query put update',
      imports: 'get query update delete',
      inquiries: 'get getMany query update',
      invitations: 'get query update',
      library: 'get query update',
      nominations: 'get query update',
      notices: 'get getMany query put update delete describe',
      privacy: 'get getMany query put update',
      programme: 'getMany query delete',
      register: 'get getMany query update delete',
      registrations: 'get getMany query put update',
      rolls: 'get query putMany delete',
    },
    files: 'read write delete',
    mail: true,
  },
  audit: {
    tables: {
      audit: 'putMany',
      events: 'getMany',
      notices: 'update',
      registrations: 'getMany',
      rolls: 'putMany',
    },
    files: 'write',
  },
  feedback: {
    tables: {
      bodies: 'get query update',
      broadcasts: 'get',
      events: 'get query',
      inquiries: 'get',
      invitations: 'get',
      nominations: 'get',
      notices: 'get query put update',
      privacy: 'get',
      registrations: 'get query',
    },
  },
};
