import * as z from 'zod';
import { mayEvent } from '../../events/event/may';
import { milestonesOf } from '../../events/overview/milestones';
import { stateScope } from '../../events/overview/scope';
import { eventState } from '../../events/overview/state';
import { idOf } from '../../platform/input/fields';
import { missing } from '../../platform/problem/problem';
import { seatsIn } from '../../seats/ledger/room';
import { operation } from '../contract/operation';

const instant = z.string().optional();

const StateView = z
  .object({
    seats: z.object({ size: z.number(), held: z.number(), free: z.number() }),
    waiting: z.number(),
    people: z
      .object({
        confirmed: z.number(),
        waiting: z.number(),
        pending: z.number().describe('To be approved or declined'),
        came: z.array(z.number()).describe('For each day of the event, in order'),
        cameAtAll: z.number(),
      })
      .optional()
      .describe('Of events whose registrations are approved one by one, and of all from their first day on'),
    quotas: z
      .object({
        places: z.number().describe('Units and bodies with a quota'),
        full: z.number().describe('Of them, those that have named enough people'),
        asked: z.number(),
        named: z.number(),
        nextDeadline: instant,
      })
      .optional(),
    invitations: z
      .object({
        prepared: z.number(),
        accepted: z.number(),
        delegates: z.number(),
        declined: z.number(),
        forOldDate: z.number().describe('Accepted for the date before the event moved, not confirmed yet'),
        unanswered: z.number(),
        drafts: z.number().describe('Of those, with an answer that was saved and not sent'),
        nextRespondBy: instant,
      })
      .optional(),
    milestones: z
      .array(
        z.object({
          what: z.enum([
            'registration-opens',
            'registration-closes',
            'quota-deadline',
            'respond-by',
            'seats-by-hand',
            'begins',
            'ends',
          ]),
          at: z.string(),
        }),
      )
      .describe('What the event is coming to, soonest first'),
  })
  .meta({ id: 'EventState' });

/** How far an event is. */
export const operations = [
  operation({
    id: 'getEventState',
    method: 'get',
    path: '/events/{eventId}/state',
    tag: 'Events',
    summary: 'How far an event is: seats, people, who nominated, who answered, what it is coming to',
    description: 'Figures alone. An officer sees the quotas of their own area, and no invitations.',
    who: 'staff',
    params: z.object({ eventId: idOf('evt').meta({ param: { example: 'evt_mau_mo' } }) }),
    status: 200,
    answer: StateView,
    run: async ({ world, account, params: { eventId } }) => {
      const state = await eventState(world, eventId, await stateScope(world, account));
      if (!mayEvent(account, state.event, world.now()).see) throw missing('event');
      const { room, waiting, people, quotas, invitations } = state;
      return {
        seats: seatsIn(room),
        waiting,
        people,
        quotas,
        invitations,
        milestones: milestonesOf(state, world.now()),
      };
    },
  }),
];
