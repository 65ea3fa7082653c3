import { parseArgs } from 'node:util';
import { DynamoDBClient, RestoreTableToPointInTimeCommand } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { dynamoClient } from '../functions/platform/store/client';
import { Db } from '../functions/platform/store/db';
import { replayForgotten } from '../functions/privacy/replay';
import { forgottenNotes } from './operate/forgotten-notes';
import { output, outputsOf } from './operate/outputs';
import { checkMoment, protectTable, restoreAll } from './operate/restore';
import { dataStack, REGION, stageName, tablePrefix } from './stages/stage';

const text = { type: 'string' } as const;
const { values } = parseArgs({
  options: { stage: text, region: text, at: text, to: text, from: text, files: text },
});
const asked = z
  .object({
    stage: stageName,
    region: z.string().default(REGION),
    at: z.coerce.date(),
    to: z.string().regex(/^[a-z0-9]{1,16}$/, 'a short name of this restore, e.g. r1'),
    from: z.string().optional(),
    files: z.string().optional(),
  })
  .parse(values);
const from = asked.from ?? tablePrefix(asked.stage);
const to = `${tablePrefix(asked.stage)}${asked.to}-`;
const say = (line: string) => process.stdout.write(`${line}\n`);

/** `npm run restore -- --stage prod --at 2026-12-01T03:00:00Z --to r1`, with the AWS credentials of the stage. */
const client = new DynamoDBClient({ region: asked.region });
await checkMoment(client, { from, to, at: asked.at });
const restored = await restoreAll(
  {
    client,
    restoreTable: async (SourceTableName, TargetTableName) => {
      const RestoreDateTime = asked.at;
      await client.send(
        new RestoreTableToPointInTimeCommand({ SourceTableName, TargetTableName, RestoreDateTime }),
      );
    },
    protect: (table) => protectTable(client, table),
    pause: () => new Promise((resolve) => setTimeout(resolve, 15_000)),
    say,
  },
  from,
  to,
);
const files = asked.files ?? output(await outputsOf(dataStack(asked.stage), asked.region), 'FilesBucket');
const notes = await forgottenNotes(new S3Client({ region: asked.region }), files);
const restoredDb = new Db({
  client: dynamoClient({ region: asked.region }),
  prefix: to,
  actor: 'restore',
});
const people = await replayForgotten(restoredDb, notes, new Date().toISOString());
say(`People to be forgotten again, by the clock: ${people}`);
say(
  `\nPut this into infra/stages/${asked.stage}.json, then: npx cdk deploy -c stage=${asked.stage} --exclusively`,
);
say(JSON.stringify({ tables: restored }, null, 2));
