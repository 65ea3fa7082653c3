import { listBodies } from '../../directory/bodies/list';
import { getEvent } from '../../events/event/get';
import { delegateKeys } from '../../events/invitations/delegates';
import { delegatesWho, forgetDelegates } from '../../events/invitations/forget-delegates';
import type { AnswerInput, Invitation } from '../../events/invitations/invitation';
import { getInvitation, listInvitations } from '../../events/invitations/list';
import type { Forgotten } from '../../events/person/forgotten';
import { sectionOf } from '../../events/registrations/register/entry';
import { registeredAs } from '../../events/registrations/register/recognise';
import type { Registration } from '../../events/registrations/registration';
import type { World } from '../../platform/world/world';
import { locate, registrationId } from '../../seats/ledger/ids';
import { isPerson, type Person } from '../person/gather';
import { numbersOf, scrubbed, speaksOf } from '../person/scrub';
import { forgetRegistration } from './forget-registration';
import { scrubHistory } from './history';
import { scrubMails } from './mails';
import { scrubDeliveries } from './notices';
import type { Kept, Place } from './place';
import { keptOf } from './registrations';

type Delegate = AnswerInput['delegates'][number];

/** A delegate is the person by phone and name, or by the registration that they have as a delegate. */
const isDelegate =
  (world: World, person: Person, { eventId }: Invitation) =>
  (delegate: Delegate, key: string): boolean =>
    isPerson(world, person, delegate) ||
    (key !== '' &&
      person.ids.some((id) => {
        const at = locate(id);
        return at?.eventId === eventId && at.sk === key;
      }));

/** By its own telling, or as a contact of the invited body. A name alone, in another body's words, tells no person. */
const tellsOf = async (world: World, person: Person, invitation: Invitation): Promise<boolean> => {
  if (delegatesWho(world, invitation, isDelegate(world, person, invitation)).length) return true;
  const body = (await listBodies(world)).find(({ id }) => id === invitation.bodyId);
  return body?.contacts.some((contact) => isPerson(world, person, contact)) ?? false;
};

const keptIn = async (world: World, person: Person, invitation: Invitation): Promise<Kept[]> => {
  const { id, eventId, bodyName, answer, guest } = invitation;
  const named = delegatesWho(world, invitation, isDelegate(world, person, invitation));
  const traits = (await tellsOf(world, person, invitation)) ? person : numbersOf(person);
  const words = { guest, reason: answer?.reason, note: answer?.note, support: answer?.support };
  const said = Object.entries(words).filter(([, text]) => text && speaksOf(text, traits));
  const values = { ...named.find(({ delegate }) => isPerson(world, person, delegate))?.delegate };
  if (Object.keys(values).length + said.length === 0) return [];
  return [
    { place: 'invitations', id, eventId, values: { bodyName, ...values, ...Object.fromEntries(said) } },
  ];
};

/** The same name twice in one answer is another person: so many are looked at. */
const MOST_OF_A_NAME = 3;

/**
 * The registrations that the person has, or had, as a delegate of the body: of the answer of today, and by name those of
 * the answers before it.
 */
const registrationsOf = async (
  world: World,
  person: Person,
  invitation: Invitation,
  sections: number,
): Promise<Registration[]> => {
  const { eventId } = invitation;
  const now = delegatesWho(world, invitation, isDelegate(world, person, invitation)).map(({ key }) => key);
  const named = person.names.flatMap((name) => Array<{ name: string }>(MOST_OF_A_NAME).fill({ name }));
  const keys = new Set([...now, ...delegateKeys(world, invitation, named)].filter(Boolean));
  const ids = [...keys].map((key) => registrationId(eventId, sectionOf(key, sections), key));
  const found = await registeredAs(world, { id: eventId }, ids);
  return found.filter(
    (r) => now.includes(r.sk) || isPerson(world, person, { name: r.fullName, phone: r.phone }),
  );
};

const forgetIn = async (
  world: World,
  person: Person,
  invitation: Invitation,
  { mark, sections }: { mark: Forgotten; sections: number },
): Promise<number> => {
  const { id } = invitation;
  const is = isDelegate(world, person, invitation);
  const traits = (await tellsOf(world, person, invitation)) ? person : numbersOf(person);
  let count = 0;
  for (const r of await registrationsOf(world, person, invitation, sections))
    if (await forgetRegistration(world, r.id, mark)) count++;
  count += await scrubDeliveries(world, id, traits);
  count += await scrubMails(world, id, traits);
  count += await scrubHistory(world, id, traits);
  // What a body answered since is a new answer.
  if (invitation.answer && invitation.answer.at > mark.at) return count;
  const scrub = <T>(value: T): T => scrubbed(value, traits);
  return count + ((await forgetDelegates(world, invitation, { is, scrub })) ? 1 : 0);
};

/** Answers of invited bodies: delegates, the words beside them, and what the bodies were told of them. */
export const invitationsOf = (eventId: string): Place => ({
  find: async (world, person) => {
    const [{ sections }, all] = await Promise.all([
      getEvent(world, eventId),
      listInvitations(world, eventId),
    ]);
    const found = await Promise.all(
      all.map(async (invitation) => [
        ...(await keptIn(world, person, invitation)),
        ...(await registrationsOf(world, person, invitation, sections))
          .filter(({ id }) => !person.ids.includes(id))
          .flatMap(keptOf),
      ]),
    );
    return found.flat();
  },
  forget: async (world, person, mark) => {
    const { sections } = await getEvent(world, eventId);
    let count = 0;
    for (const { id } of await listInvitations(world, eventId))
      count += await forgetIn(world, person, await getInvitation(world, id), { mark, sections });
    return count;
  },
});
