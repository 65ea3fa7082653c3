import { EMPTIED_NAME, FORGOTTEN, soughtHashes, tombstonesOf } from '../../events/person/forgotten';
import { getRegistration, idsUnder } from '../../events/registrations/find';
import { MOST_NAMESAKES } from '../../events/registrations/register/existing';
import {
  identityOf,
  RESTRICTED_NAME,
  type Registration,
  UNNAMED,
} from '../../events/registrations/registration';
import { personKey } from '../../platform/keys/person-key';
import { missing, Problem } from '../../platform/problem/problem';
import { sameName } from '../../platform/text/person-name';
import { folded, hasAccents } from '../../platform/text/vietnamese';
import type { World } from '../../platform/world/world';
import type { Traits } from './scrub';

/** A person, as all that is known of them is looked for. */
export interface Person extends Traits {
  /** The ids of their registrations. */
  ids: readonly string[];
  /** Their records in the register of mediators. */
  mediatorIds: readonly string[];
  /** Hashes of their phones and names (`tombstonesOf`): what is left of them once they are forgotten. */
  hashes: readonly string[];
}

interface Named {
  fullName: string;
  phone: string;
}

/** The text for a person without a name, or whose name was removed. */
const NO_NAMES: readonly string[] = [FORGOTTEN, EMPTIED_NAME, UNNAMED, RESTRICTED_NAME];

const nameOf = (r: Registration): string => identityOf(r).fullName;

/** What one registration says of who its person is, and was before a list corrected them. */
const identitiesIn = (r: Registration): Named[] => [
  identityOf(r),
  ...Object.values(r.imports ?? {}).flatMap(({ before }) =>
    before
      ? [
          {
            fullName: String(before.fullName ?? identityOf(r).fullName),
            phone: String(before.phone ?? identityOf(r).phone),
          },
        ]
      : [],
  ),
];

/**
 * Everything that is known of who a person is: from one registration, or from name and phone, to all registrations of
 * the same person, and from those to the names and phones that they had. Registrations are found by the index of
 * persons, whose key is shared by people of one given name on one phone: the names decide.
 */
export const gatherPerson = async (
  world: World,
  { ids = [], named = [] }: { ids?: readonly string[]; named?: readonly Named[] },
): Promise<Person> => {
  const found = new Map<string, Registration>();
  const identities = new Map<string, Named>();
  const keys = new Set<string>();
  /** Phones on which another person has the same name but for its accents. */
  const shared = new Set<string>();
  const open: Named[] = [];
  const know = (person: Named) => {
    const key = `${person.phone}|${person.fullName}`;
    if (!person.phone || NO_NAMES.includes(person.fullName) || identities.has(key)) return;
    identities.set(key, person);
    open.push(person);
  };
  const take = async (r: Registration): Promise<void> => {
    if (found.has(r.id)) return;
    found.set(r.id, r);
    for (const person of identitiesIn(r)) know(person);
    const moved = [r.movedFrom, r.how === 'moved' ? r.replacedBy : undefined];
    for (const other of await readAll(world, moved)) await take(other);
    // The key is that of the name and the phone with which they came first.
    if (keys.has(r.sk)) return;
    keys.add(r.sk);
    const there = await readAll(world, await idsUnder(world, r.sk));
    for (const other of sameAs(identityOf(r).fullName, there)) await take(other);
  };
  for (const person of named) know(person);
  for (const r of await readAll(world, ids)) await take(r);
  for (let one = open.shift(); one; one = open.shift()) {
    const { phone, fullName } = one;
    const there = (await underAllKeys(world, one)).filter((r) =>
      identitiesIn(r).some((o) => o.phone === phone),
    );
    const is = (r: Registration) =>
      identitiesIn(r).some((o) => o.phone === phone && sameName(o.fullName, fullName));
    for (const r of sameAs(fullName, there, is)) await take(r);
    if (there.some((r) => !found.has(r.id) && folded(nameOf(r)) === folded(fullName))) shared.add(phone);
  }
  return personOf(world, [...found.values()], { identities: [...identities.values()], shared });
};

/** Everybody who stands under a key of this phone and given name, in any event. */
const underAllKeys = async (world: World, { phone, fullName }: Named): Promise<Registration[]> => {
  const all: Registration[] = [];
  for (let n = 1; n <= MOST_NAMESAKES; n++) {
    const there = await idsUnder(world, personKey(world, phone, fullName, n));
    if (there.length === 0) break;
    all.push(...(await readAll(world, there)));
  }
  return all;
};

/**
 * Of people who stand together, those who are the person of this name. A name that was typed without accents may be that
 * of Hùng or of Hưng: where both are there it is neither's.
 */
const sameAs = (
  fullName: string,
  there: readonly Registration[],
  is = (r: Registration) => sameName(nameOf(r), fullName),
): Registration[] => {
  const plain = folded(fullName);
  const accented = [fullName, ...there.map(nameOf)].filter(
    (name) => hasAccents(name) && folded(name) === plain,
  );
  const isClear = accented.every((name) => sameName(name, accented[0]!));
  return there.filter((r) => is(r) && (isClear || hasAccents(nameOf(r)) === hasAccents(fullName)));
};

const personOf = (
  world: World,
  registrations: readonly Registration[],
  { identities, shared }: { identities: readonly Named[]; shared: ReadonlySet<string> },
): Person => {
  const unique = (values: readonly (string | undefined)[]) =>
    [...new Set(values.filter((v) => v))] as string[];
  const emails = registrations.flatMap(({ email, setAside, imports = {} }) => [
    email,
    setAside?.values.email,
    ...Object.values(imports).map(({ before }) => before?.email as string | undefined),
  ]);
  const names = registrations.map((r) => identityOf(r).fullName).filter((name) => !NO_NAMES.includes(name));
  return {
    ids: registrations.map(({ id }) => id),
    mediatorIds: [],
    hashes: tombstonesOf(world, identities, shared),
    names: unique([...names, ...identities.map(({ fullName }) => fullName)]),
    phones: unique(identities.map(({ phone }) => phone)),
    emails: unique(emails),
  };
};

/** The registrations of these ids; those that are gone are absent. */
const readAll = async (world: World, ids: readonly (string | undefined)[]): Promise<Registration[]> => {
  const known = [...new Set(ids.filter((id) => id !== undefined))];
  const found = await Promise.all(known.map((id) => orAbsent(getRegistration(world, id))));
  return found.filter((r) => r !== undefined);
};

const orAbsent = async (reading: Promise<Registration>): Promise<Registration | undefined> => {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Problem && error.kind === 'missing') return undefined;
    throw error;
  }
};

/** Nothing known yet. */
export const NOBODY: Person = { ids: [], mediatorIds: [], hashes: [], names: [], phones: [], emails: [] };

/** What two looks know of one person. An older note knows of no register. */
export const unite = (a: Person, b: Person): Person => {
  const both = (name: keyof Person) => [...new Set([...(a[name] ?? []), ...(b[name] ?? [])])];
  return {
    ids: both('ids'),
    mediatorIds: both('mediatorIds'),
    hashes: both('hashes'),
    names: both('names'),
    phones: both('phones'),
    emails: both('emails'),
  };
};

/** Somebody who is named in a thing of other people: a contact, a delegate, a row of a list. */
export interface Mentioned {
  name: string;
  phone?: string | undefined;
  email?: string | undefined;
}

/**
 * Whether a person who is named elsewhere is this person: by the hash of phone and name, so that it is known after the
 * names are gone, or by address and name. A name alone tells no person.
 */
export const isPerson = (
  world: Pick<World, 'settings'>,
  person: Person,
  { name, phone, email }: Mentioned,
): boolean =>
  name !== FORGOTTEN &&
  ((phone !== undefined &&
    soughtHashes(world, { fullName: name, phone }).some((hash) => person.hashes.includes(hash))) ||
    (email !== undefined && person.emails.includes(email) && person.names.some((n) => sameName(n, name))));

/** @throws Problem missing `person` where nothing identifies a person */
export const mustBeKnown = (person: Person): Person => {
  if (person.ids.length + person.mediatorIds.length + person.hashes.length === 0) throw missing('person');
  return person;
};
