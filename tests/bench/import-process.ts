import { getImport } from '../../functions/events/imports/find';
import { workOn } from '../../functions/events/imports/work';
import { benchWorld, NOW } from './bench-world';
import { diskFiles } from './disk-files';

/**
 * Carries an import on to its end as the function `importer` does, one call after the other, in a process of its own:
 * `node index.mjs <endpoint> <prefix> <files> <import>`. Says what it took.
 */
const [endpoint, prefix, folder, id] = process.argv.slice(2) as string[];
const written = { registrations: 0, others: 0 };
const { world } = benchWorld(endpoint!, prefix!);
const running = {
  ...world,
  files: diskFiles(folder!),
  db: world.db.metered(({ table, write }) => {
    written[table === 'imports' ? 'others' : 'registrations'] += write;
  }),
  // Portions end by the clock, which must move for that; the list was ordered by another process, an hour before.
  now: () => NOW + 3_600_000 + Math.floor(performance.now()),
};

/** Not by an await at the top: a part of the bundle that is loaded later may wait for this file itself. */
const main = async () => {
  let calls = 0;
  for (let left = true; left; calls++) {
    await workOn(running, id!, { forMs: 40_000, lives: 70_000 });
    left = (await getImport(running, id!)).state === 'running';
  }
  const { counts, done } = await getImport(running, id!);
  const peak = process.resourceUsage().maxRSS * 1024;
  console.log(JSON.stringify({ calls, written, peak, counts, done, seconds: performance.now() / 1_000 }));
  process.exit(0);
};
void main();
