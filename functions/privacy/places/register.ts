import { FORGOTTEN } from '../../events/person/forgotten';
import { participationsOf } from '../../participation/participation';
import type { World } from '../../platform/world/world';
import { readEthnicity, removeEthnicity } from '../../register/mediators/ethnicity';
import { findMediator, readMediatorsOfPhone } from '../../register/mediators/find';
import { identitiesOf, type Mediator } from '../../register/mediators/mediator';
import { emptyMediator } from '../../register/mediators/set-aside';
import { withMerged } from '../../register/merging/with-merged';
import { isPerson, type Person } from '../person/gather';
import type { Kept, Place } from './place';

/**
 * The person's records in the register: those that are named, those of their phones with their name, and the ones that
 * were merged with them.
 */
const recordsOf = async (world: World, person: Person): Promise<Mediator[]> => {
  const named = await Promise.all(person.mediatorIds.map((id) => findMediator(world, id)));
  const ofPhones = await Promise.all(person.phones.map((phone) => readMediatorsOfPhone(world, phone)));
  const same = ofPhones
    .flat()
    .filter((one) =>
      identitiesOf(one).some(({ fullName: name, phone }) => isPerson(world, person, { name, phone })),
    );
  const own = [...named, ...same].flatMap((one) => one ?? []);
  return (await withMerged(world, own)).filter((one) => !one.forgotten);
};

const keptOf = async (world: World, one: Mediator): Promise<Kept[]> => {
  const { id, setAside, gender, role, teamId, state, steps, trainer, restricted, createdAt } = one;
  const [answer, links] = await Promise.all([readEthnicity(world, id), participationsOf(world, id)]);
  const { fullName, phone, yearOfBirth, qualification, position } = { ...one, ...setAside?.values };
  const values = {
    ...{ fullName, phone, gender, yearOfBirth, qualification, position, teamId, role, state, trainer },
    ...{ steps: steps.map(({ who: _who, ...step }) => step), restricted, createdAt },
    ...(links.length > 0 && { classes: links.map(({ registrationId, link }) => ({ registrationId, link })) }),
  };
  const { ethnicity, declined, agreed } = answer ?? {};
  return [
    { place: 'register', id, values },
    ...(answer ? [{ place: 'ethnicity' as const, id, values: { ethnicity, declined, agreed } }] : []),
  ];
};

/** The register of mediators, with the answer about ethnic origin. */
export const register: Place = {
  find: async (world, person) => {
    const records = await recordsOf(world, person);
    return (await Promise.all(records.map((one) => keptOf(world, one)))).flat();
  },
  forget: async (world, person, { at, who, reason }) => {
    let count = 0;
    for (const { id } of await recordsOf(world, person)) {
      await removeEthnicity(world, id);
      if (await emptyMediator(world, id, { name: FORGOTTEN, forgotten: { at, who, reason } })) count++;
    }
    return count;
  },
};
