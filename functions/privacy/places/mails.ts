import { FORGOTTEN } from '../../events/person/forgotten';
import { keptMailsAbout, rewriteMail } from '../../outbox/sending/sent-mail';
import type { World } from '../../platform/world/world';
import { scrub, type Traits } from '../person/scrub';
import type { Place } from './place';
import { toldAbout } from './requests';

/** The words of the mails that went to the person. That they went stays with their deliveries. */
export const mails: Place = {
  find: async (world, person) => {
    const ids = await toldAbout(world, person);
    const found = await Promise.all(ids.map((id) => keptMailsAbout(world, id)));
    return found
      .flat()
      .filter(({ text }) => text !== FORGOTTEN)
      .map(({ pk, to, subject, text, files, at }) => ({
        place: 'mails',
        id: pk.slice('mail#'.length),
        values: { to, subject, text, files, at },
      }));
  },
  forget: async (world, person) => {
    let count = 0;
    for (const id of await toldAbout(world, person))
      for (const { pk, sk, text } of await keptMailsAbout(world, id)) {
        if (text === FORGOTTEN) continue;
        await rewriteMail(world, { pk, sk, to: '', subject: FORGOTTEN, text: FORGOTTEN, files: [] });
        count++;
      }
    return count;
  },
};

/** Mails about another thing, to a unit or a body, lose what they say of the person. */
export const scrubMails = async (world: World, subject: string, traits: Traits): Promise<number> => {
  let count = 0;
  for (const mail of await keptMailsAbout(world, subject)) {
    const { to, text } = mail;
    const left = { to: scrub(to, traits), subject: scrub(mail.subject, traits), text: scrub(text, traits) };
    if (left.to === to && left.subject === mail.subject && left.text === text) continue;
    await rewriteMail(world, { ...mail, ...left });
    count++;
  }
  return count;
};
