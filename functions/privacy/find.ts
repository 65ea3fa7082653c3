import type { World } from '../platform/world/world';
import { gatherPerson, mustBeKnown, type Person, unite } from './person/gather';
import type { Kept } from './places/place';
import { allSteps } from './steps';

/** Places that are asked at the same time. */
const AT_ONCE = 8;

/** Who a person is: by one of their registrations, or by name and phone. */
export type Asked = { id: string } | { fullName: string; phone: string };

export interface PersonData {
  person: Person;
  kept: Kept[];
}

/**
 * Everything that is kept of a person, wherever it stands: what is exported, and what forgetting removes.
 * @throws Problem missing `person-missing`; `registration-missing`
 */
export const findPersonData = async (world: World, asked: Asked): Promise<PersonData> => {
  const person = await gatherPerson(world, 'id' in asked ? { ids: [asked.id] } : { named: [asked] });
  return findAll(world, mustBeKnown(person));
};

/** The same for a person who is known by ids or hashes: what is found tells more of who they are. */
export const findAll = async (world: World, person: Person): Promise<PersonData> => {
  const steps = await allSteps(world);
  const kept: Kept[] = [];
  for (let i = 0; i < steps.length; i += AT_ONCE) {
    const found = await Promise.all(
      steps.slice(i, i + AT_ONCE).map(({ place }) => place.find(world, person)),
    );
    kept.push(...found.flat());
  }
  return { person: await enriched(world, person, kept), kept };
};

const texts = (...values: unknown[]): string[] =>
  values.filter((v): v is string => typeof v === 'string' && v !== '');

/** Names, phones and addresses that stand elsewhere, and the registrations that the person has as a delegate. */
const enriched = async (world: World, person: Person, kept: readonly Kept[]): Promise<Person> => {
  const told = kept.filter(({ place }) =>
    ['registrations', 'requests', 'invitations', 'bodies', 'nominations'].includes(place),
  );
  const named = told.flatMap(({ values: v }) => {
    const [fullName] = texts(v.fullName, v.name, v.contactName);
    const [phone] = texts(v.phone, v.contactPhone);
    return fullName && phone ? [{ fullName, phone }] : [];
  });
  const ids = told.flatMap(({ place, id }) => (place === 'registrations' ? [id] : []));
  const more = await gatherPerson(world, { ids: [...person.ids, ...ids], named });
  const emails = told.flatMap(({ values: v }) => texts(v.email, v.contactEmail));
  return unite(unite(person, more), { ids: [], hashes: [], names: [], phones: [], emails });
};
