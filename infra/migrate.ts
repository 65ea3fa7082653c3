import { parseArgs } from 'node:util';
import { dynamoClient } from '../functions/platform/store/client';
import { Db } from '../functions/platform/store/db';
import { migrate } from './operate/migrate';
import { MIGRATIONS } from './operate/migrations';
import { REGION, stageName, tablePrefix } from './stages/stage';

const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { stage: text, region: text, prefix: text } });
const prefix = values.prefix ?? tablePrefix(stageName.parse(values.stage));

/** `npm run migrate -- --stage prod`: the changes of stored data that were not made yet. */
const client = dynamoClient({ region: values.region ?? REGION });
const db = new Db({ client, prefix, actor: 'migration' });
const finished = await migrate({ client, prefix, db, now: Date.now }, MIGRATIONS);
process.stdout.write(finished.length ? `Done: ${finished.join(', ')}\n` : 'Nothing to change.\n');
