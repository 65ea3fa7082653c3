import { Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { getEvent } from '../event/get';
import { mustBeAhead } from '../registrations/eligibility';
import { everyRegistration } from '../registrations/find';
import type { Registration } from '../registrations/registration';
import { type BuiltOn, builtOn, takenBack } from './built-on';
import { getImport } from './find';
import { type Import, importKey, importsTable, type Undo } from './import';

/** A person of an import who cannot be taken back, and why. */
export interface Built {
  registration: Pick<Registration, 'id' | 'fullName'>;
  why: BuiltOn;
}

export interface Undoable {
  /** How many people the import registered, sent in the place of others, and corrected. */
  registered: number;
  exchanged: number;
  corrected: number;
  built: Built[];
}

/** Names in one message; the fields name all. */
const NAMED = 10;
const MOST_FIELDS = 50;
const TRIES = 5;

/** The people of an import, and those of them who changed since. Writes nothing. */
export const lookAtUndo = async (
  world: World,
  { id, eventId }: Pick<Import, 'id' | 'eventId'>,
): Promise<Undoable> => {
  const found: Undoable = { registered: 0, exchanged: 0, corrected: 0, built: [] };
  for await (const r of everyRegistration(world, await getEvent(world, eventId))) {
    const stamp = r.imports?.[id];
    if (!stamp || takenBack(r, stamp)) continue;
    found[stamp.before ? 'corrected' : stamp.instead ? 'exchanged' : 'registered']++;
    const why = builtOn(r, stamp);
    if (why) found.built.push({ registration: { id: r.id, fullName: r.fullName }, why });
  }
  return found;
};

/**
 * Orders that an import is taken back as a whole: the people that it registered leave, and their seats go to the queue;
 * the people that it corrected get their former particulars back; who was replaced has the place again. It runs by itself, as the import does. An import that
 * still runs is stopped, and what it has written is taken back. Idempotent.
 * @throws Problem conflict `import-built-on` where something was built on one of its people, who are named;
 *   `event-cancelled`, `event-over`
 */
export const undoImport = async (world: World, id: string): Promise<Import> => {
  for (let tries = 1; ; tries++) {
    const found = await getImport(world, id);
    if (found.job === 'undo') return found;
    mustBeAhead(await getEvent(world, found.eventId), world.now());
    const { registered, exchanged, corrected, built } = await lookAtUndo(world, found);
    if (built.length) throw builtOnProblem(built);
    const ordered = await order(world, found, registered + exchanged + corrected);
    if (ordered) return ordered;
    if (tries >= TRIES) throw new Problem('unavailable', 'unavailable');
  }
};

/** @returns nothing where the import came to its end meanwhile */
const order = async (world: World, { id, state }: Import, total: number): Promise<Import | undefined> => {
  const now = iso(world.now());
  const undo: Undo = {
    who: world.db.actor,
    startedAt: now,
    pass: 'waiting',
    section: 0,
    total,
    removed: 0,
    restored: 0,
    kept: [],
  };
  const ordered = await world.db.updateIf(importsTable, importKey(id), {
    set: {
      job: 'undo',
      state: 'running',
      undo,
      // The worker of an import that runs gives it back first, or its lease ends.
      ...(state !== 'running' && { open: 'open', dueAt: now, tries: 0, endedAt: undefined }),
    },
    if: '#job = :import AND #state = :state',
    names: { '#job': 'job', '#state': 'state' },
    values: { ':import': 'import', ':state': state },
    returns: 'ALL_NEW',
  });
  return ordered.ok ? ordered.item : undefined;
};

const builtOnProblem = (built: readonly Built[]): Problem => {
  const names = built.slice(0, NAMED).map(({ registration }) => registration.fullName);
  const more = built.length - names.length;
  return new Problem(
    'conflict',
    'import-built-on',
    { people: names.join(', '), ...(more > 0 && { more }) },
    built.slice(0, MOST_FIELDS).map(({ registration, why }) => ({
      path: registration.id,
      code: `built-on-${why}`,
      detail: { name: registration.fullName },
    })),
  );
};
