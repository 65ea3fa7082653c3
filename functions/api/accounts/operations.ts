import * as z from 'zod';
import { ROLES } from '../../directory/accounts/account';
import { endOne } from '../../directory/sessions/end';
import { listOpen } from '../../directory/sessions/list';
import { cutPage, Paging, pageOf } from '../../platform/input/fields';
import { iso } from '../../platform/time/dates';
import { operation } from '../contract/operation';

const SessionView = z
  .object({
    id: z.string(),
    kind: z.enum(['session', 'token']),
    name: z.string().optional().describe('Of a token'),
    device: z.string().optional().describe('Of a session: browser and system'),
    network: z.string().optional().describe('Of a session: the first part of the address'),
    since: z.string(),
    usedAt: z.string().optional().describe('Within ten minutes for a session, within an hour for a token'),
    expiresAt: z.string().describe('A session that is used goes on, but not longer than its role allows'),
  })
  .meta({ id: 'OpenSession' });

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
  operation({
    id: 'listSessions',
    method: 'get',
    path: '/account/sessions',
    tag: 'Accounts',
    summary: 'What opens the account that calls: sessions and bearer tokens',
    description:
      'Tokens are made in the console, by a person who has just signed in. They end after 90 days.',
    who: 'staff',
    status: 200,
    query: Paging,
    answer: pageOf(SessionView),
    run: async ({ world, account, query }) => {
      const { sessions, tokens } = await listOpen(world, account);
      const until = ({ expiresAt }: { expiresAt: number }) => iso(expiresAt * 1_000);
      const items: z.output<typeof SessionView>[] = [
        ...sessions.map((s) => ({
          id: s.id,
          kind: 'session' as const,
          device: s.device,
          network: s.network,
          since: s.openedAt,
          usedAt: s.usedAt,
          expiresAt: until(s),
        })),
        ...tokens.map((t) => ({
          id: t.id,
          kind: 'token' as const,
          name: t.name,
          since: t.createdAt,
          usedAt: t.usedAt,
          expiresAt: until(t),
        })),
      ];
      return cutPage(items, query);
    },
  }),
  operation({
    id: 'endSession',
    method: 'delete',
    path: '/account/sessions/{sessionId}',
    tag: 'Accounts',
    summary: 'End one session or bearer token of the account that calls',
    description: 'It opens nothing from its next request on. It may be the one of this call.',
    who: 'staff',
    params: z.object({
      sessionId: z
        .string()
        .regex(/^(ses|tok)_[0-9a-z]{1,40}$/, 'malformed')
        .meta({ param: { description: 'As `listSessions` says' } }),
    }),
    status: 204,
    run: async ({ world, account, params }) => {
      await endOne(world, account, params.sessionId);
    },
  }),
];
