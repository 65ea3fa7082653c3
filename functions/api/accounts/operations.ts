import * as z from 'zod';
import { ROLES } from '../../directory/accounts/account';
import { operation } from '../contract/operation';

export const operations = [
  operation({
    id: 'getAccount',
    method: 'get',
    path: '/account',
    tag: 'Accounts',
    summary: 'The account that calls',
    description: 'Says whose token or session this is, and what role it has.',
    who: 'staff',
    status: 200,
    answer: z
      .object({
        id: z.string(),
        name: z.string(),
        role: z.enum(ROLES),
        unitId: z.string().optional().describe('An officer sees this unit and what lies below it'),
      })
      .meta({ id: 'Account' }),
    run: async ({ account }) => ({
      id: account.id,
      name: account.name,
      role: account.role,
      unitId: account.unitId,
    }),
  }),
];
