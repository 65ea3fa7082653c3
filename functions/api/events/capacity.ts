import * as z from 'zod';
import type { Account } from '../../directory/accounts/account';
import { getEvent } from '../../events/event/get';
import { mayEvent } from '../../events/event/may';
import { readRoom } from '../../events/event/room';
import { summarise } from '../../events/event/summarise';
import { lastToCome, lowerCapacity } from '../../events/registrations/change/lower-capacity';
import { idOf } from '../../platform/input/fields';
import { missing, Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { setPoolSize } from '../../seats/capacity';
import { seatsIn } from '../../seats/ledger/room';
import { operation } from '../contract/operation';
import { EventView, eventView } from './view';

const params = z.object({ eventId: idOf('evt').meta({ param: { example: 'evt_mau_mo' } }) });
const pool = z.enum(['open', 'online']).describe('In the hall, or online');
const seats = z.number().int().min(0).max(20_000);

/** @throws Problem `forbidden` for those who may not edit this event */
const editable = async (world: World, account: Account, eventId: string) => {
  const event = await getEvent(world, eventId);
  if (!mayEvent(account, event, world.now()).edit) throw new Problem('forbidden', 'forbidden');
  return event;
};

/** The number of seats of one shared pool, also below the seats that are held. */
export const operations = [
  operation({
    id: 'previewCapacity',
    method: 'get',
    path: '/events/{eventId}/capacity',
    tag: 'Events',
    summary: 'Who would lose their seat with that many seats',
    description:
      'The last who came, in the order in which they came. A person who was seen at the event and a delegate of an invited body keep their seat. Nothing is written.',
    who: 'staff',
    params,
    query: z.object({
      pool: pool.default('open'),
      seats: z.coerce.number().int().min(0).max(20_000).default(0),
    }),
    status: 200,
    answer: z
      .object({
        pool: z.string(),
        seats: z.number().describe('As asked for'),
        size: z.number().describe('As it is'),
        held: z.number(),
        unseated: z.array(
          z.object({
            registrationId: z.string(),
            fullName: z.string(),
            unitName: z.string().optional(),
            bodyName: z.string().optional(),
          }),
        ),
      })
      .meta({ id: 'CapacityPreview' }),
    run: async ({ world, account, params: { eventId }, query }) => {
      const event = await editable(world, account, eventId);
      const { size, held } = seatsIn(await readRoom(world, eventId), query.pool);
      const people = await lastToCome(world, event, query.pool, query.seats);
      const unseated = people.map(({ id, fullName, unitName, bodyName }) => ({
        registrationId: id,
        fullName,
        unitName,
        bodyName,
      }));
      return { ...query, size, held, unseated };
    },
  }),
  operation({
    id: 'setCapacity',
    method: 'put',
    path: '/events/{eventId}/capacity',
    tag: 'Events',
    summary: 'Set the number of seats of one pool',
    description:
      'Below the seats held, `unseated` names the people that `previewCapacity` answered: they go to the head of the queue, in the order in which they came, and are told. 412 `capacity-people-changed` where they are others by now.',
    who: 'staff',
    params,
    body: z.strictObject({ pool, seats, unseated: z.array(z.string().max(120)).max(20_000).default([]) }),
    example: { pool: 'open', seats: 200 },
    refusals: ['Stale'],
    status: 200,
    answer: EventView,
    run: async ({ world, account, params: { eventId }, body }) => {
      const event = await editable(world, account, eventId);
      const { held } = seatsIn(await readRoom(world, eventId), body.pool);
      if (body.seats < held) await lowerCapacity(world, event, body);
      else await setPoolSize(world, eventId, { pool: body.pool, path: 'seats' }, body.seats);
      await summarise(world, eventId);
      const room = await readRoom(world, eventId);
      if (!room.event) throw missing('event');
      return eventView(world, room.event, room, true);
    },
  }),
];
