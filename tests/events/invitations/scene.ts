import type { Body } from '../../../functions/directory/bodies/body';
import { BodyInput } from '../../../functions/directory/bodies/body';
import { createBody } from '../../../functions/directory/bodies/create';
import { type Event, eventsTable } from '../../../functions/events/event/event';
import { AnswerInput } from '../../../functions/events/invitations/invitation';
import { invite } from '../../../functions/events/invitations/invite';
import { parse } from '../../../functions/platform/input/parse';
import { newId } from '../../../functions/platform/keys/ids';
import { linkToken } from '../../../functions/platform/keys/link-token';
import { DAY, HOUR, iso } from '../../../functions/platform/time/dates';
import { type TestWorld, useWorld } from '../../support/world';

/** A published conference in ten days, as the table holds it. */
export const holdEvent = async (world: TestWorld, more: Partial<Event> = {}): Promise<Event> => {
  const id = newId('event', world.now());
  const now = iso(world.now());
  const startsAt = world.now() + 10 * DAY - HOUR; // 08:00 on Thursday, 26 November in Vietnam
  const event: Event = {
    pk: id,
    sk: 'event',
    id,
    kind: 'conference',
    admission: 'invitation',
    approval: false,
    title: 'Hội nghị tọa đàm hòa giải ở cơ sở',
    sessions: [],
    startsAt: iso(startsAt),
    endsAt: iso(startsAt + 3 * HOUR),
    mode: 'in-person',
    venue: 'Hội trường Sở Tư pháp',
    contactName: 'Nguyễn Văn Mẫu',
    contactPhone: '0912345678',
    coordinating: [],
    status: 'published',
    shelf: 'public',
    turn: 1,
    schedule: 0,
    sections: 1,
    seats: { size: 0, held: 0, waiting: 0, at: now },
    version: 1,
    createdAt: now,
    updatedAt: now,
    ...more,
  };
  await world.db.put(eventsTable, event);
  return event;
};

export const holdBody = (world: TestWorld, name: string, more: object = {}): Promise<Body> =>
  createBody(
    world,
    parse(BodyInput, { name, kind: 'lawyers-association', email: 'vp@hoi.example', ...more }),
  );

let bodies = 0;
/** Another body, invited to an event of its own. */
export const invitedBody = async (world: TestWorld) => {
  const event = await holdEvent(world);
  const body = await holdBody(world, `Hội số ${++bodies}`);
  const [invitation] = await invite(world, event.id, { bodyId: body.id, seatsOffered: 2 });
  return { event, body, invitation: invitation! };
};

export const tokenOf = (world: TestWorld, { id, turn }: { id: string; turn: number }) =>
  linkToken(world, id, turn);

export const says = (input: object = {}) => parse(AnswerInput, { answer: 'accepted', ...input });

export { useWorld };
