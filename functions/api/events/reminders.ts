import * as z from 'zod';
import { mayInvitations } from '../../events/invitations/may';
import { remindEach, unansweredOf } from '../../events/scheduling/unanswered';
import { idOf } from '../../platform/input/fields';
import { Problem } from '../../platform/problem/problem';
import { operation } from '../contract/operation';

/** Asking once more all who owe an answer about one event. */
export const operations = [
  operation({
    id: 'remindAll',
    method: 'post',
    path: '/events/{eventId}/reminders',
    tag: 'Events',
    summary: 'Remind all units that have not named enough people, and all bodies that have not answered',
    description:
      'By mail where there is an address, else as a line of the call list. With `ids`, these nominations and invitations alone. One that was reminded within ten minutes, or that has answered meanwhile, is left out with the reason. A body that declined the date before the event moved is asked again only where `ids` names it.',
    who: 'staff',
    params: z.object({ eventId: idOf('evt').meta({ param: { example: 'evt_mau_mo' } }) }),
    body: z.strictObject({ ids: z.array(z.string().max(80)).max(500).optional() }),
    example: {},
    status: 200,
    answer: z
      .object({
        reminded: z.array(z.string()).describe('Ids of nominations and invitations'),
        leftOut: z.array(z.object({ id: z.string(), code: z.string().describe('Of the problem') })),
      })
      .meta({ id: 'Reminders' }),
    run: async ({ world, account, params: { eventId }, body }) => {
      if (!mayInvitations(account).invite) throw new Problem('forbidden', 'forbidden');
      const { quotas, invitations } = await unansweredOf(world, eventId);
      const all = [...quotas.map(({ nomination }) => nomination.id), ...invitations.map(({ id }) => id)];
      const { done, refused } = await remindEach(world, eventId, body.ids ?? all);
      return {
        reminded: done,
        leftOut: refused.map(({ thing, problem }) => ({ id: thing, code: problem.code })),
      };
    },
  }),
];
