import { parseArgs } from 'node:util';
import * as z from 'zod';
import { ROLES } from '../functions/directory/accounts/account';
import { accountByEmail } from '../functions/directory/accounts/find';
import { releaseByOperator } from '../functions/directory/recovery/decide';
import { addApiToken } from '../functions/directory/sessions/token';
import { addAccount } from '../functions/directory/sign-in/add-account';
import { addUnit } from '../functions/directory/units/add';
import { listUnits } from '../functions/directory/units/list';
import { unitLabel } from '../functions/directory/units/words';
import { email, idOf, line, optional } from '../functions/platform/input/fields';
import { parse } from '../functions/platform/input/parse';
import { newToken } from '../functions/platform/keys/ids';
import { invalid, Problem } from '../functions/platform/problem/problem';
import { dynamoClient } from '../functions/platform/store/client';
import { Db } from '../functions/platform/store/db';
import { iso } from '../functions/platform/time/dates';
import type { World } from '../functions/platform/world/world';
import { copy } from '../web/copy/copy';
import { REGION, stageName, tablePrefix } from './stages/stage';

const USAGE = `npm run first-account -- --stage prod --email … --name "…" [--province "Kiên Giang"] [--token]
  --role    ${ROLES.join(', ')}; admin if not said. An officer needs --unit unt_…
  --region  where the stage stands; ${REGION} if not said
  --token   also prints a bearer token for calls of the API in this account's name
  --recover lets the account with this --email in by a mailed code once, within a day: its person lost every passkey`;

const Asked = z.strictObject({
  stage: stageName,
  region: z.string().default(REGION),
  email,
  name: line(120),
  role: z.enum(ROLES).default('admin'),
  unit: optional(idOf('unt')),
  province: optional(line(80)),
  token: z.boolean().default(false),
});

const Recovered = Asked.pick({ stage: true, region: true, email: true }).extend({ recover: z.literal(true) });

const readArguments = (args: string[]) => {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args,
    options: {
      stage: text,
      region: text,
      email: text,
      name: text,
      role: text,
      unit: text,
      province: text,
      token: { type: 'boolean' },
      recover: { type: 'boolean' },
    },
  });
  return values.recover ? parse(Recovered, values) : parse(Asked, values);
};

/**
 * Makes the first account of a new stage, with the AWS credentials of the stage: there is no account yet that
 * could make one. It also adds the province, the root of all units.
 */
const main = async () => {
  const asked = readArguments(process.argv.slice(2));
  const client = dynamoClient({ region: asked.region });
  // Tables and clock are all that is touched: the functions alone know the settings and secrets of a stage.
  const world = {
    db: new Db({ client, prefix: tablePrefix(asked.stage), actor: 'administrator' }),
    now: Date.now,
    settings: {},
  } as World;
  const say = (text: string) => process.stdout.write(`${text}\n`);
  if ('recover' in asked) return say(await recover(world, asked.email));
  const { email, name, role, unit } = asked;
  const { id } = await addAccount(world, { email, name, role, ...(unit && { unitId: unit }) });
  say(`Account ${id}, ${role}: sign in at /quan-tri with ${email}; the code comes by mail.`);
  if (asked.province) {
    const there = (await listUnits(world)).find((u) => u.kind === 'province');
    const province = there ?? (await addUnit(world, { name: asked.province, kind: 'province' }));
    say(`${unitLabel(province)}: ${province.id}`);
  }
  if (asked.token) {
    const token = newToken();
    const { expiresAt } = await addApiToken(world, id, token);
    say(`Bearer token, shown this once: ${token}`);
    say(`It is valid until ${iso(expiresAt * 1_000).slice(0, 10)}; see /quan-tri/phien.`);
  }
};

const recover = async (world: World, email: string): Promise<string> => {
  const account = await accountByEmail(world, email);
  if (!account) throw invalid('email', 'account-missing');
  await releaseByOperator(world, account);
  return `${account.id}: the next code that is mailed to ${email} opens it, once, within a day.`;
};

/** In the words of the field and of the service, without a stack: it is the caller who can mend it. */
const complaint = (error: unknown): string | undefined => {
  const { name, code, message } = error as Error & { code?: string };
  if (error instanceof Problem)
    return error.fields
      .map((f) => `--${f.path}: ${(copy('en').problems[f.code] ?? (() => f.code))(f.detail ?? {})}`)
      .join('\n');
  if (code?.startsWith('ERR_PARSE_ARGS')) return message;
  if (name === 'ResourceNotFoundException')
    return 'No tables of this stage there: deploy it first, or say --region.';
  if (name === 'CredentialsProviderError') return 'No AWS credentials: sign in to the account first.';
  return undefined;
};

try {
  await main();
} catch (error) {
  const said = complaint(error);
  if (!said) throw error;
  process.stderr.write(`${said}\n\n${USAGE}\n`);
  process.exitCode = 1;
}
