import pLimit from 'p-limit';
import { listAll } from '../events/event/list';
import { BEFORE } from '../platform/input/fields';
import { iso } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import type { Person } from './person/gather';
import { bodies } from './places/bodies';
import { history } from './places/history';
import { imports } from './places/imports';
import { invitationsOf } from './places/invitations';
import { mails } from './places/mails';
import { broadcastPlaces, broadcastsNaming } from './places/messages/broadcasts';
import { confirmations } from './places/messages/confirmations';
import { points } from './places/messages/points';
import { support } from './places/messages/support';
import { templates } from './places/messages/templates';
import { nominationsOf } from './places/nominations';
import { notices } from './places/notices';
import type { Place } from './places/place';
import { expertEntries } from './places/programme/experts';
import { receivedMaterial } from './places/programme/handouts';
import { records } from './places/records';
import { register } from './places/register';
import { registrations } from './places/registrations';
import { requests } from './places/requests';
import { rolls } from './places/rolls';

/** Events whose messages are read at the same time. */
const AT_ONCE = 8;

export interface Step {
  name: string;
  place: Place;
}

/**
 * Every place, in the order in which a person is forgotten there. The registrations come first: from then on nothing
 * new is written about the person. The bodies come last: by their contacts the mails to them are found.
 * @param since of a person who is being forgotten: from when
 */
export const allSteps = async (world: World, person: Person, since?: string): Promise<Step[]> => {
  const events = await listAll(world, { from: iso(0), to: BEFORE });
  const ids = events.map(({ id }) => id).sort();
  const limit = pLimit(AT_ONCE);
  const messages = await Promise.all(
    ids.map((id) => limit(() => broadcastsNaming(world, id, person, since))),
  );
  return [
    { name: '1-registrations', place: registrations },
    { name: '2-notices', place: notices },
    { name: '2-register', place: register },
    { name: '2-requests', place: requests },
    { name: '2-rolls', place: rolls },
    { name: '3-mails', place: mails },
    { name: '4-imports', place: imports },
    { name: '5-records', place: records },
    { name: '6-history', place: history },
    { name: '6-experts', place: expertEntries },
    { name: '6-handouts', place: receivedMaterial },
    { name: '6-confirmations', place: confirmations },
    { name: '6-points', place: points },
    { name: '6-support', place: support },
    { name: '6-templates', place: templates },
    ...ids.flatMap((id, i) => [
      ...messages[i]!.flatMap(broadcastPlaces).map(({ name, place }) => ({
        name: `7-${id}-broadcast-${name}`,
        place,
      })),
      { name: `7-${id}-invitations`, place: invitationsOf(id) },
      { name: `7-${id}-nominations`, place: nominationsOf(id) },
    ]),
    { name: '8-bodies', place: bodies },
  ];
};
