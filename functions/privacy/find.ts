import { mediatorOf } from '../participation/history';
import { registrationsLinkedTo } from '../participation/participation';
import type { World } from '../platform/world/world';
import { idsOf } from '../register/mediators/find';
import { getMediator } from '../register/mediators/get';
import { identitiesOf } from '../register/mediators/mediator';
import { withMerged } from '../register/merging/with-merged';
import { gatherPerson, mustBeKnown, NOBODY, type Person, unite } from './person/gather';
import type { Kept } from './places/place';
import { allSteps } from './steps';

/** Places that are asked at the same time. */
const AT_ONCE = 8;

/** Who a person is: by one of their registrations, by their record in the register, or by name and phone. */
export type Asked = { id: string } | { mediatorId: string } | { fullName: string; phone: string };

export interface PersonData {
  person: Person;
  kept: Kept[];
}

/**
 * Everything that is kept of a person, wherever it stands: what is exported, and what forgetting removes.
 * @throws Problem missing `person-missing`; `registration-missing`; `mediator-missing`
 */
export const findPersonData = async (world: World, asked: Asked): Promise<PersonData> => {
  return findAll(world, mustBeKnown(await personAsked(world, asked)));
};

const personAsked = async (world: World, asked: Asked): Promise<Person> => {
  if ('id' in asked) {
    const [person, mediator] = await Promise.all([
      gatherPerson(world, { ids: [asked.id] }),
      mediatorOf(world, asked.id),
    ]);
    return unite(person, { ...NOBODY, mediatorIds: mediator ? idsOf(mediator) : [] });
  }
  if (!('mediatorId' in asked)) return gatherPerson(world, { named: [asked] });
  // Who has no phone is known by the record alone.
  const mediator = await getMediator(world, asked.mediatorId);
  const mediatorIds = idsOf(mediator);
  const records = (await withMerged(world, [mediator])).flatMap(identitiesOf);
  const ids = await registrationsLinkedTo(world, mediator);
  const named = records.flatMap(({ fullName, phone }) => (phone ? [{ fullName, phone }] : []));
  const person = await gatherPerson(world, { ids, named });
  return unite(person, { ...NOBODY, mediatorIds, names: records.map(({ fullName }) => fullName) });
};

/** The same for a person who is known by ids or hashes: what is found tells more of who they are. */
export const findAll = async (world: World, person: Person): Promise<PersonData> => {
  const steps = await allSteps(world, person);
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
    ['registrations', 'register', 'requests', 'invitations', 'bodies', 'nominations'].includes(place),
  );
  const named = told.flatMap(({ values: v }) => {
    const [fullName] = texts(v.fullName, v.name, v.contactName);
    const [phone] = texts(v.phone, v.contactPhone);
    return fullName && phone ? [{ fullName, phone }] : [];
  });
  const ids = told.flatMap(({ place, id }) => (place === 'registrations' ? [id] : []));
  const more = await gatherPerson(world, { ids: [...person.ids, ...ids], named });
  const emails = told.flatMap(({ values: v }) => texts(v.email, v.contactEmail));
  const mediatorIds = told.flatMap(({ place, id }) => (place === 'register' ? [id] : []));
  return unite(unite(person, more), { ...NOBODY, mediatorIds, emails });
};
