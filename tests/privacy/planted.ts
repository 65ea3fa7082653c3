import type { Broadcast } from '../../functions/events/broadcasts/broadcast';
import { saveTemplate } from '../../functions/events/broadcasts/templates';
import type { Event } from '../../functions/events/event/event';
import { invite } from '../../functions/events/invitations/invite';
import { keepSignedLetter } from '../../functions/events/invitations/letter-files/signed-letter';
import { createLetter, keepSigned } from '../../functions/events/letters/keep';
import { signRequest } from '../../functions/events/nominations/letter/request-letter';
import { sendBroadcast } from '../../functions/notices/broadcasts/send';
import { workOnBroadcast } from '../../functions/notices/broadcasts/work';
import { auditTable } from '../../functions/platform/audit/change';
import { as } from '../../functions/platform/world/world';
import { addBody } from '../support/bodies';
import { comes } from '../support/people';
import type { TestWorld } from '../support/world';

interface Who {
  fullName: string;
  phone: string;
  email: string;
}

/** A message to the people of an event that names a person: mailed to one, read out to another; and a text for the next one. */
export const plantInMessages = async (world: TestWorld, event: Event, who: Who): Promise<Broadcast> => {
  const unitId = 'unt_dinhan';
  await comes(world, event.id, { fullName: 'Trần Thị Mẫu Thư', unitId, email: 'thu@mau.example' });
  await comes(world, event.id, { fullName: 'Trần Văn Mẫu Gọi', unitId });
  const broadcast = await sendBroadcast(as(world, 'acc_organizer'), event.id, {
    groups: ['registered'],
    subject: `Phân công: ${who.fullName}`,
    words: `Kính mời {họ tên}. Gặp bà ${who.fullName.toLocaleUpperCase('vi')}, số ${who.phone}, ${who.email}.`,
  });
  await workOnBroadcast(world, broadcast.id);
  // An entry of the history from before it kept no words.
  await world.db.putMany(auditTable, [
    {
      pk: broadcast.id,
      sk: '2021-01-01T00:00:00.000Z#old',
      who: 'acc_organizer',
      table: 'broadcasts',
      what: 'created',
      fields: { words: { to: broadcast.words } },
    },
  ]);
  await saveTemplate(as(world, 'acc_organizer'), {
    name: 'Hỏi lại',
    subject: 'Hỏi lại',
    words: `Vui lòng gọi ${who.phone}.`,
  });
  return broadcast;
};

/** A signed letter of each kind, with the name of a person in the file. */
export const plantInLetters = async (
  world: TestWorld,
  { many, one, request }: { many: Event; one: Event; request?: Event },
  { fullName }: Pick<Who, 'fullName'>,
): Promise<void> => {
  const pdf = (kind: string) => Buffer.from(`%PDF-1.7 ${kind}: mời bà ${fullName}`);
  const letter = await createLetter(world, many.id, { members: [] });
  await keepSigned(world, letter, pdf('many'), { scope: 'all', words: {}, field: 'file' });
  const body = await addBody(world, 'Hội có giấy mời đã ký');
  const [invitation] = await invite(world, one.id, { bodyId: body.id, seatsOffered: 1 });
  await keepSignedLetter(world, invitation!.id, pdf('one'));
  if (request) await signRequest(world, request.id, pdf('request'));
};
