import type { Event } from '../../../functions/events/event/event';
import { AnswerInput } from '../../../functions/events/invitations/invitation';
import { invite } from '../../../functions/events/invitations/invite';
import { parse } from '../../../functions/platform/input/parse';
import { linkToken } from '../../../functions/platform/keys/link-token';
import type { World } from '../../../functions/platform/world/world';
import { addBody } from '../../support/bodies';
import { onDay, publishedEvent, type Typed } from '../../support/events';
import type { TestWorld } from '../../support/world';

/** A conference of invited bodies in ten days. */
export const conference = (world: World): Typed => ({
  kind: 'conference',
  admission: 'invitation',
  title: 'Hội nghị tọa đàm hòa giải ở cơ sở',
  startsAt: onDay(world, 10, '08:00'),
  endsAt: onDay(world, 10, '11:00'),
  venue: 'Hội trường Sở Tư pháp',
  contactName: 'Nguyễn Văn Mẫu',
  contactPhone: '0912345678',
});
export const holdEvent = (world: World, over: Partial<Typed> = {}): Promise<Event> =>
  publishedEvent(world, over, conference(world));

let bodies = 0;
/** Another body, invited to an event of its own. */
export const invitedBody = async (world: TestWorld) => {
  const event = await holdEvent(world);
  const body = await addBody(world, `Hội số ${++bodies}`);
  const [invitation] = await invite(world, event.id, { bodyId: body.id, seatsOffered: 2 });
  return { event, body, invitation: invitation! };
};

export const tokenOf = (world: TestWorld, { id, turn }: { id: string; turn: number }) =>
  linkToken(world, id, turn);

export const says = (input: object = {}) => parse(AnswerInput, { answer: 'accepted', ...input });
