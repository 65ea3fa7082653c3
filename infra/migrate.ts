import { parseArgs } from 'node:util';
import { dynamoClient } from '../functions/platform/store/client';
import { Db } from '../functions/platform/store/db';
import { migrate, previewMigrations } from './operate/migrate';
import { MIGRATIONS } from './operate/migrations';
import { REGION, stageName, tablePrefix } from './stages/stage';

const text = { type: 'string' } as const;
const { values } = parseArgs({
  options: { stage: text, region: text, prefix: text, 'dry-run': { type: 'boolean', default: false } },
});
const prefix = values.prefix ?? tablePrefix(stageName.parse(values.stage));

/** `npm run migrate -- --stage prod [--dry-run]`: the changes of stored data that were not made yet. */
const client = dynamoClient({ region: values.region ?? REGION });
const db = new Db({ client, prefix, actor: 'migration' });
const world = { client, prefix, db, now: Date.now };
const say = (lines: readonly string[]) =>
  process.stdout.write(lines.length ? `${lines.join('\n')}\n` : 'Nothing to change.\n');
if (values['dry-run']) {
  const waiting = await previewMigrations(world, MIGRATIONS);
  say(waiting.map(({ id, items }) => `Would run ${id}${items === undefined ? '' : `: ${items} items`}`));
} else {
  say((await migrate(world, MIGRATIONS)).map((id) => `Done: ${id}`));
}
