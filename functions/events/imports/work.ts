import { as, type World } from '../../platform/world/world';
import { release, take } from './lease';
import { importPortion } from './run';
import { undoPortion } from './run-undo';

/** How long a worker works in one go, and how long it can live at most (ms). */
export interface WorkTime {
  forMs: number;
  lives: number;
}

/**
 * Carries an import, or its undo, on for a while, in the name of the account that ordered it. Where there is more to do,
 * giving the import back wakes the next worker by the table's stream. A worker that is killed leaves its lease behind:
 * the clock wakes another one when that is over.
 */
export const workOn = async (world: World, id: string, { forMs, lives }: WorkTime): Promise<void> => {
  const taken = await take(world, id, lives);
  if (!taken) return;
  try {
    const until = world.now() + forMs;
    const { progressed, more } =
      taken.job === 'undo'
        ? await undoPortion(as(world, taken.undo!.who), taken, until)
        : await importPortion(as(world, taken.who), taken, until);
    if (more) await release(world, taken, progressed);
  } catch (error) {
    await release(world, taken, false);
    throw error;
  }
};
