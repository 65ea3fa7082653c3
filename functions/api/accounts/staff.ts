import * as z from 'zod';
import { type AccountItem, ROLES, versionOf } from '../../directory/accounts/account';
import { StaffInput, StateReason } from '../../directory/staff/input';
import { inviteAccount } from '../../directory/staff/invite';
import { accountsWith, listAccounts } from '../../directory/staff/list';
import { mustManage } from '../../directory/staff/may';
import { revokeOwnSessions, revokeSessions } from '../../directory/staff/revoke-sessions';
import { reactivateAccount, suspendAccount } from '../../directory/staff/state';
import { updateAccount } from '../../directory/staff/update';
import { cutPage, idOf, Paging, pageOf, versionField } from '../../platform/input/fields';
import { operation } from '../contract/operation';

const StaffView = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: z.enum(ROLES),
    unitId: z.string().optional().describe('Of an officer'),
    active: z.boolean().describe('False while the account is suspended'),
    createdAt: z.string(),
    mailedAt: z.string().optional().describe('When the mail service took the invitation'),
    signedInAt: z.string().optional().describe('The last time that its person signed in, if that is known'),
    version: z.number(),
  })
  .meta({ id: 'StaffAccount' });

const view = (a: AccountItem): z.output<typeof StaffView> => ({
  id: a.id,
  name: a.name,
  email: a.email,
  role: a.role,
  unitId: a.unitId,
  active: a.active,
  createdAt: a.createdAt,
  mailedAt: a.mailedAt,
  signedInAt: a.signedInAt,
  version: versionOf(a),
});

const oneAccount = (example: string) => z.object({ accountId: idOf('acc').meta({ param: { example } }) });
const version = versionField.describe('The version that was read: 412 where it changed');

export const operations = [
  operation({
    id: 'listAccounts',
    method: 'get',
    path: '/accounts',
    tag: 'Accounts',
    summary: 'The accounts of the staff',
    description: 'For admins. Suspended accounts are among them.',
    who: 'staff',
    query: Paging.extend({ search: z.string().max(200).optional().describe('In names and addresses') }),
    status: 200,
    answer: pageOf(StaffView),
    run: async ({ world, account, query }) => {
      mustManage(account);
      const { items, next } = cutPage(accountsWith(await listAccounts(world), query.search), query);
      return { items: items.map(view), next };
    },
  }),
  operation({
    id: 'inviteAccount',
    method: 'post',
    path: '/accounts',
    tag: 'Accounts',
    summary: 'Make an account for a colleague, and mail how to sign in',
    description:
      'For admins. The mail holds no secret: the code for signing in goes to the address when it is asked for. `mailedAt` is absent where the mail was not taken.',
    who: 'staff',
    body: StaffInput,
    example: {
      name: 'Thị Mẫu Mới',
      email: 'mau-moi@kiengiang.example',
      role: 'officer',
      unitId: 'unt_goquao',
    },
    status: 201,
    answer: StaffView,
    run: async ({ world, account, body }) => view(await inviteAccount(world, account, body)),
  }),
  operation({
    id: 'updateAccount',
    method: 'put',
    path: '/accounts/{accountId}',
    tag: 'Accounts',
    summary: 'Change the name, the role or the unit of an account',
    description:
      'For admins. An admin cannot change their own role. Another role or unit ends all sessions and bearer tokens of the account. The address can be corrected until its person signs in; that mails the invitation again.',
    who: 'staff',
    params: oneAccount('acc_mattran'),
    body: StaffInput.extend({ version }),
    example: {
      name: 'Nguyễn Văn Mẫu Trận',
      email: 'mat-tran@kiengiang.example',
      role: 'organizer',
      version: 1,
    },
    status: 200,
    answer: StaffView,
    run: async ({ world, account, params, body }) =>
      view(await updateAccount(world, account, params.accountId, body)),
  }),
  operation({
    id: 'suspendAccount',
    method: 'post',
    path: '/accounts/{accountId}/suspend',
    tag: 'Accounts',
    summary: 'Suspend an account',
    description:
      'For admins. An admin cannot suspend their own account, so one admin is always left. All sessions and bearer tokens of the account end at once. What was done with it stays.',
    who: 'staff',
    params: oneAccount('acc_goquao'),
    body: StateReason.extend({ version }),
    example: { reason: 'Chuyển công tác', version: 1 },
    status: 200,
    answer: StaffView,
    run: async ({ world, account, params, body }) =>
      view(await suspendAccount(world, account, params.accountId, body)),
  }),
  operation({
    id: 'reactivateAccount',
    method: 'post',
    path: '/accounts/{accountId}/reactivate',
    tag: 'Accounts',
    summary: 'Open a suspended account again',
    description: 'For admins. Sessions and tokens of before the suspension stay ended.',
    who: 'staff',
    params: oneAccount('acc_goquao'),
    body: StateReason.extend({ version }),
    example: { reason: 'Trở lại công tác', version: 2 },
    status: 200,
    answer: StaffView,
    run: async ({ world, account, params, body }) =>
      view(await reactivateAccount(world, account, params.accountId, body)),
  }),
  operation({
    id: 'revokeSessions',
    method: 'post',
    path: '/accounts/{accountId}/revoke-sessions',
    tag: 'Accounts',
    summary: 'End all sessions and bearer tokens of an account',
    description: 'For admins. The account stays in force: its person signs in again.',
    who: 'staff',
    params: oneAccount('acc_mattran'),
    body: z.strictObject({ version }),
    example: { version: 2 },
    status: 200,
    answer: StaffView,
    run: async ({ world, account, params, body }) =>
      view(await revokeSessions(world, account, params.accountId, body.version)),
  }),
  operation({
    id: 'revokeOwnSessions',
    method: 'post',
    path: '/account/revoke-sessions',
    tag: 'Accounts',
    summary: 'End all sessions and bearer tokens of the account that calls',
    description: 'The one of this call, too.',
    who: 'staff',
    status: 204,
    run: async ({ world, account }) => {
      await revokeOwnSessions(world, account);
    },
  }),
];
