import type { Body } from '../../directory/bodies/body';
import { listBodies } from '../../directory/bodies/list';
import { callContact, mailAddress } from '../../directory/bodies/mail-address';
import { chosenOf, everyMember, type Member } from '../../events/broadcasts/audience';
import { type Addressee, type Choice, GROUPS, type Group } from '../../events/broadcasts/groups';
import type { Event } from '../../events/event/event';
import { troubledAmong } from '../../outbox/addresses/marked-address';
import type { World } from '../../platform/world/world';
import type { AboutEvent } from '../subject';

/** How many are reached in which way. */
export interface Ways {
  total: number;
  byMail: number;
  byCall: number;
  /** Neither a working address nor a phone: they stand on the call list without a number. */
  unreachable: number;
}

/** A recipient, and how it is reached as far as this is known now. */
export interface Recipient {
  one: Addressee;
  way: 'mail' | 'call' | 'none';
}

interface Contact {
  email?: string | undefined;
  phone?: string | undefined;
}

const contactOf = (one: Addressee, bodies: ReadonlyMap<string, Body>): Contact => {
  switch (one.kind) {
    case 'registration':
      return one.thing;
    case 'nomination':
      return { email: one.thing.contactEmail, phone: one.thing.contactPhone };
    case 'invitation': {
      const body = bodies.get(one.thing.bodyId);
      return body ? { email: mailAddress(body), phone: callContact(body)?.phone } : {};
    }
  }
};

/** The bodies that these invitations name. Read whole: there are some hundred of them. */
const bodiesOf = async (world: World, ones: readonly Addressee[]): Promise<ReadonlyMap<string, Body>> =>
  ones.some(({ kind }) => kind === 'invitation')
    ? new Map((await listBodies(world)).map((body) => [body.id, body]))
    : new Map();

/** How each of these is reached: marked addresses get no mail. */
export const waysOf = async (world: World, ones: readonly Addressee[]): Promise<Recipient[]> => {
  const bodies = await bodiesOf(world, ones);
  const contacts = ones.map((one) => contactOf(one, bodies));
  const troubled = await troubledAmong(
    world,
    contacts.flatMap(({ email }) => email ?? []),
  );
  return ones.map((one, i) => {
    const { email, phone } = contacts[i]!;
    return { one, way: email && !troubled.has(email) ? 'mail' : phone ? 'call' : 'none' };
  });
};

export const countWays = (recipients: readonly Recipient[]): Ways => {
  const of = (way: Recipient['way']) => recipients.filter((r) => r.way === way).length;
  return {
    total: recipients.length,
    byMail: of('mail'),
    byCall: of('call'),
    unreachable: of('none'),
  };
};

export interface GroupCount extends Ways {
  group: Group;
}

/** Every group of an event with its people, for the page that chooses. Groups overlap. */
export const countGroups = async (
  world: World,
  event: Event,
  choice: Pick<Choice, 'area' | 'day'> = {},
): Promise<GroupCount[]> => {
  const members = await everyMember(world, event, choice);
  const ways = await waysOf(
    world,
    members.map(({ one }) => one),
  );
  return GROUPS.map((group) => ({
    group,
    ...countWays(ways.filter((_, i) => members[i]!.groups.includes(group))),
  }));
};

/** Who would get a message now, people in the order of their groups. */
export const recipientsOf = async (world: World, event: Event, choice: Choice): Promise<Recipient[]> => {
  const members: Member[] = await everyMember(world, event, choice);
  return waysOf(world, chosenOf(members, choice));
};

/** A recipient as the subject of a notice; nothing where its body is gone. */
export const subjectFor = async (
  world: World,
  event: Event,
  one: Addressee,
): Promise<AboutEvent | undefined> => {
  if (one.kind !== 'invitation') return { ...one, event };
  const body = (await bodiesOf(world, [one])).get(one.thing.bodyId);
  return body && { ...one, event, body };
};
