import * as z from 'zod';
import type { Account } from '../../directory/accounts/account';
import { may } from '../../directory/accounts/may';
import type { Event } from '../../events/event/event';
import { readRoom } from '../../events/event/room';
import { idOf } from '../../platform/input/fields';
import { Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { eventView } from './view';

/** An event of the demo that is published. */
export const publishedEvent = z.object({ eventId: idOf('evt').meta({ param: { example: 'evt_mau_mo' } }) });
/** An event of the demo that is a draft. */
export const draftEvent = z.object({ eventId: idOf('evt').meta({ param: { example: 'evt_mau_nhap' } }) });

/** @throws Problem forbidden: the account may not schedule events */
export const mustSchedule = (account: Account) => {
  if (!may(account).schedule) throw new Problem('forbidden', 'forbidden');
};

/** What staff are answered after a change: the event with its seats as they now are. */
export const answer = async (world: World, event: Event) =>
  eventView(world, event, await readRoom(world, event.id), true);
