import { describe, expect, test } from 'vitest';
import { HEAD } from '../../../functions/documents/signer';
import { invite } from '../../../functions/events/invitations/invite';
import { letterToMany } from '../../../functions/events/invitations/shared/draft';
import { readLetter } from '../../../functions/events/invitations/shared/members';
import { letterOf, letterText } from '../../../functions/events/letters/letter';
import { requestToMany } from '../../../functions/events/letters/request-to-many';
import { officeOf } from '../../../functions/events/nominations/letter/office';
import { messageFor } from '../../../functions/notices/message-for';
import { toText } from '../../../functions/platform/mail/render';
import { addBody } from '../../support/bodies';
import { addEvent } from '../../support/events';
import { addPlaces } from '../../support/places';
import { useWorld } from '../../support/world';
import { holdEvent } from '../invitations/scene';
import { giveQuota } from '../nominations/scene';
import { draftedLetter } from './scene';

/** What must be the same wherever it is said: each fact in its words. */
const FACTS = {
  when: /từ \d\d giờ \d\d đến \d\d giờ \d\d, [^,]+, ngày \d\d tháng \d+ năm \d{4}/,
  where: /Địa điểm: ([^.\n]+)/,
  people: /\d\d người/,
  until: /(trước \d\d giờ \d\d|chậm nhất là hết)[^.\n]*? năm \d{4}/,
};
const factsIn = (text: string) =>
  Object.fromEntries(Object.entries(FACTS).map(([name, fact]) => [name, fact.exec(text)?.[0]]));

describe('a letter and its mail', () => {
  const world = useWorld();
  const { department } = world.settings;
  const mailOf = async (template: string, subject: Parameters<typeof messageFor>[2]) =>
    toText(await messageFor(world, template, subject), department);

  test('say the same time, place, number of people and day to answer by', async () => {
    const event = await holdEvent(world);
    const body = await addBody(world, 'Hội Luật gia tỉnh');
    const [invitation] = await invite(world, event.id, { bodyId: body.id, seatsOffered: 3 });
    const letter = factsIn(letterText(letterOf(department, event, invitation!, world.now())).join('\n'));
    expect(Object.values(letter)).not.toContain(undefined);
    const mail = await mailOf('invitation', { kind: 'invitation', event, thing: invitation!, body });
    expect(factsIn(mail)).toEqual(letter);
  });

  test('say the same where the letter goes to many', async () => {
    const { event, id } = await draftedLetter(world, 3);
    const many = await readLetter(world, id);
    const letter = factsIn(letterText(letterToMany(world, many)).join('\n'));
    expect(Object.values(letter)).not.toContain(undefined);
    const [thing] = many.members;
    const body = await addBody(world, 'Nơi nhận thư');
    expect(factsIn(await mailOf('invitation', { kind: 'invitation', event, thing: thing!, body }))).toEqual(
      letter,
    );
  });

  test('say the same where a unit is asked to name people', async () => {
    await addPlaces(world);
    const event = await addEvent(world, 10, { admission: 'nomination', capacity: 30 });
    const { nomination } = await giveQuota(world, event.id, { quota: 6 });
    const asked = [{ office: officeOf(nomination), quota: 6, deadline: nomination.deadline }];
    const letter = factsIn(
      letterText(requestToMany(department, event, { asked, signer: HEAD }, world.now())).join('\n'),
    );
    expect(Object.values(letter)).not.toContain(undefined);
    expect(factsIn(await mailOf('nomination', { kind: 'nomination', event, thing: nomination }))).toEqual(
      letter,
    );
  });
});
