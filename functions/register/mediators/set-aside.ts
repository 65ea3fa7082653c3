import { missing, Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { findMediator } from './find';
import { type Mediator, mediatorSortKey, OWN_FIELDS } from './mediator';
import { saveMediator } from './update';

/** Sorts behind all names. */
const LAST = '~';
const TRIES = 5;

/** A mediator without what says who they are: the team, its role and what was decided stay. Pure. */
const asRestricted = (one: Mediator, said: { name: string; reason: string; at: string }) => {
  const values = Object.fromEntries(
    OWN_FIELDS.flatMap((name) => (one[name] === undefined ? [] : [[name, one[name]]])),
  );
  return {
    ...Object.fromEntries(Object.keys(values).map((name) => [name, undefined])),
    fullName: said.name,
    ...(!one.merged && { sortKey: LAST }),
    restricted: said.at,
    setAside: { values, reason: said.reason },
  };
};

/** Puts back what was set aside. Pure. */
const asLifted = ({ setAside, fullName, merged }: Mediator) => ({
  ...setAside?.values,
  ...(!merged && { sortKey: mediatorSortKey(setAside?.values.fullName ?? fullName) }),
  restricted: undefined,
  setAside: undefined,
});

/** Writes a change of the record as it is now, also where it was merged. @throws Problem stale where others write all the time */
const change = async (
  world: World,
  id: string,
  set: (one: Mediator) => Parameters<typeof saveMediator>[3] | undefined,
): Promise<void> => {
  for (let tries = 1; ; tries++) {
    const one = await findMediator(world, id);
    if (!one || one.forgotten) throw missing('mediator');
    const changed = set(one);
    if (!changed) return;
    try {
      await saveMediator(world, id, one.version, changed);
      return;
    } catch (error) {
      if (!(error instanceof Problem && error.kind === 'stale') || tries === TRIES) throw error;
    }
  }
};

/** Sets a mediator's data aside. Idempotent. @param name the text in place of the name */
export const restrictMediator = (
  world: World,
  id: string,
  said: { name: string; reason: string },
): Promise<void> =>
  change(world, id, (one) =>
    one.restricted ? undefined : asRestricted(one, { ...said, at: iso(world.now()) }),
  );

/** Puts them back. Idempotent. */
export const liftMediator = (world: World, id: string): Promise<void> =>
  change(world, id, (one) => (one.restricted ? asLifted(one) : undefined));

/**
 * Removes all that says who a mediator is. The team, the role and what was decided stay: they are counted, and without a
 * name they tell no person. Idempotent.
 * @param name the text in place of the name
 * @returns false where there was nothing to remove
 */
export const emptyMediator = async (
  world: World,
  id: string,
  { name, forgotten }: { name: string; forgotten: NonNullable<Mediator['forgotten']> },
): Promise<boolean> => {
  const nothing = Object.fromEntries(OWN_FIELDS.map((field) => [field, undefined]));
  let emptied = false;
  try {
    await change(world, id, ({ merged }) => {
      emptied = true;
      return {
        ...nothing,
        fullName: name,
        listed: undefined,
        phoneKey: undefined,
        trainer: undefined,
        restricted: undefined,
        setAside: undefined,
        sortKey: LAST,
        ...(merged && { merged: { ...merged, before: {} } }),
        forgotten,
      };
    });
  } catch (error) {
    // Forgotten before.
    if (!(error instanceof Problem && error.kind === 'missing')) throw error;
  }
  return emptied;
};
