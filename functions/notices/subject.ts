import type { Body } from '../directory/bodies/body';
import { getBody } from '../directory/bodies/get';
import { callContact, mailAddress } from '../directory/bodies/mail-address';
import type { Event } from '../events/event/event';
import { getEvent } from '../events/event/get';
import type { Invitation } from '../events/invitations/invitation';
import { getInvitation } from '../events/invitations/list';
import { closedBecause } from '../events/invitations/may';
import { getNomination } from '../events/nominations/list';
import type { Nomination } from '../events/nominations/nomination';
import { viewNomination } from '../events/nominations/read';
import { getRegistration } from '../events/registrations/find';
import type { Registration } from '../events/registrations/registration';
import type { Recipient } from '../outbox/deliveries/channels';
import { linkToken } from '../platform/keys/link-token';
import type { Letter } from '../platform/mail/message';
import { Problem } from '../platform/problem/problem';
import { iso, ms } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import { invitationOccasions, REMIND_BEFORE, REMINDING as REMINDING_BODIES } from './occasions/invitation';
import { nominationOccasions, type Occasion, registrationOccasions, reminderAt } from './occasions/occasions';
import { invitationLetter } from './words/invitation';
import { nominationLetter } from './words/nomination';
import { registrationLetter } from './words/registration';

/** What a notice is about: the thing and its event, as they stand now. */
export type Matter =
  | { kind: 'registration'; event: Event; thing: Registration; nomination?: Nomination | undefined }
  | { kind: 'nomination'; event: Event; thing: Nomination }
  | { kind: 'invitation'; event: Event; thing: Invitation; body: Body };

const known = async <T>(reading: Promise<T>): Promise<T | undefined> => {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Problem && error.kind === 'missing') return undefined;
    throw error;
  }
};

export type ReadEvent = (id: string) => Promise<Event>;

/** Reads a thing by its id, strongly consistent, or the absence of it. */
export const readMatter = async (
  world: World,
  id: string,
  readEvent: ReadEvent = (eventId) => getEvent(world, eventId),
): Promise<Matter | undefined> => {
  const kind = KINDS[id.slice(0, 4)];
  const thing = kind && (await known(readThing[kind](world, id)));
  const event = thing && (await known(readEvent(thing.eventId)));
  return event && matterOf(world, kind!, thing!, event);
};

const KINDS: Record<string, Matter['kind']> = {
  reg_: 'registration',
  nom_: 'nomination',
  inv_: 'invitation',
};

const readThing: Record<Matter['kind'], (world: World, id: string) => Promise<Matter['thing']>> = {
  registration: getRegistration,
  nomination: getNomination,
  invitation: getInvitation,
};

export const matterOf = async (
  world: World,
  kind: Matter['kind'],
  thing: Matter['thing'],
  event: Event,
): Promise<Matter | undefined> => {
  if (kind === 'registration') {
    const { nominationId } = thing as Registration;
    const nomination = nominationId ? await known(getNomination(world, nominationId)) : undefined;
    return { kind, event, thing: thing as Registration, nomination };
  }
  if (kind === 'nomination') return { kind, event, thing: thing as Nomination };
  const body = await known(getBody(world, (thing as Invitation).bodyId));
  return body && { kind, event, thing: thing as Invitation, body };
};

/** The notices due now, by the noun's own rules. */
export const occasionsOf = (matter: Matter, now: number): Occasion[] => {
  if (matter.kind === 'registration') return registrationOccasions(matter.event, matter.thing, now);
  if (matter.kind === 'nomination') return nominationOccasions(matter.event, matter.thing, now);
  return invitationOccasions(matter.event, matter.thing, now).map(({ occasion, template }) => ({
    sk: occasion,
    template,
    at: invitationSince(matter.event, matter.thing, occasion, template),
  }));
};

/** Since when a body's notice is due: the letter that is told later says it. */
const invitationSince = (
  event: Event,
  { signedAt, remindedAt, respondBy }: Invitation,
  occasion: string,
  template: string,
): string | undefined => {
  switch (template) {
    case 'event-changed':
      return event.scheduleAt;
    case 'event-link':
      return event.linkAt;
    case 'event-resumed':
      return event.turnAt;
    case 'event-reminder':
      return iso(reminderAt(event, REMINDING_BODIES));
    case 'invitation-signed':
      return signedAt;
    case 'invitation-reminder':
      return remindedAt && occasion.endsWith(remindedAt) ? remindedAt : iso(ms(respondBy) - REMIND_BEFORE);
  }
};

/** Whom to tell, and on whose call list they stand where mail does not reach them. */
export const recipientOf = (matter: Matter): Recipient => {
  const { event } = matter;
  switch (matter.kind) {
    case 'registration': {
      const { fullName, phone, email, nominationId } = matter.thing;
      // Behind a revoked link nobody sees a list any more: those it named are the organizer's to call.
      const revoked = matter.nomination?.status === 'revoked';
      return { name: fullName, phone, email, owner: revoked ? event.id : (nominationId ?? event.id) };
    }
    case 'nomination': {
      const { contactName, name, contactPhone, contactEmail } = matter.thing;
      return {
        name: `${contactName} (${name})`,
        phone: contactPhone,
        email: contactEmail,
        owner: event.id,
      };
    }
    case 'invitation': {
      const call = callContact(matter.body);
      return {
        name: call?.name ?? matter.body.name,
        phone: call?.phone,
        email: mailAddress(matter.body),
        owner: event.id,
      };
    }
  }
};

/** The words of a notice as things stand now. */
export const letterOf = async (world: World, template: string, matter: Matter): Promise<Letter> => {
  const { event } = matter;
  switch (matter.kind) {
    case 'registration': {
      // Who nominated them is not the person's own unit, which may lie below it.
      return registrationLetter(template, event, matter.thing, world.links, matter.nomination?.name);
    }
    case 'nomination': {
      const link = world.links.nomination(linkToken(world, matter.thing.id, matter.thing.turn));
      const { quota, used } = await viewNomination(world, matter.thing);
      const open = iso(world.now()) < matter.thing.deadline;
      return nominationLetter(template, event, matter.thing, link, { quota, used, open });
    }
    case 'invitation': {
      const link = world.links.invitation(linkToken(world, matter.thing.id, matter.thing.turn));
      const open = !closedBecause(matter.thing, event, world.now());
      return invitationLetter(template, event, matter.thing, link, world.settings.department.name, open);
    }
  }
};
