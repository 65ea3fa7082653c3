import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import * as z from 'zod';

const port = (fallback: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port, e.g. 3000')
    .transform(Number)
    .refine((n) => n <= 65_535, 'must be at most 65535')
    .default(fallback);

/** What `npm start` reads from its environment. An empty value counts as none. */
const Environment = z.object({
  PORT: port(3000),
  MAIL_PORT: port(8005),
  HOST: z
    .string()
    .refine((host) => !/^[\d.]+$/.test(host) || isIP(host) > 0, 'must be an address of this machine')
    .default('127.0.0.1'),
  DATA_DIR: z.string().default('.data'),
  SEED: z.enum(['demo', 'none'], 'must be demo or none').default('demo'),
  DEMO_API_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/, 'must be at most 200 visible characters, without spaces')
    .optional(),
  RATE_LIMITS: z.enum(['on', 'off'], 'must be on or off').default('on'),
  DYNAMODB_ENDPOINT: z.url('must be a URL').optional(),
});

export interface Options {
  /** 0 takes a free one. */
  port: number;
  mailPort: number;
  /** The address that the site listens on; the other parts stay on loopback. */
  host: string;
  dataDir: string;
  seed: 'demo' | 'none';
  apiToken?: string;
  rateLimits: boolean;
  /** Another DynamoDB instead of the embedded one. */
  dynamoEndpoint?: string;
}

export class BadOptions extends Error {}

/** @throws BadOptions that names every variable that is wrong */
export const readOptions = (env: Record<string, string | undefined>): Options => {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = Environment.safeParse(filled);
  if (!read.success)
    throw new BadOptions(
      read.error.issues
        .map((i) => `${i.path.join('.')}=${filled[String(i.path[0])]}: ${i.message}`)
        .join('\n'),
    );
  const e = read.data;
  return {
    port: e.PORT,
    mailPort: e.MAIL_PORT,
    host: e.HOST,
    dataDir: resolve(e.DATA_DIR),
    seed: e.SEED,
    apiToken: e.DEMO_API_TOKEN,
    rateLimits: e.RATE_LIMITS === 'on',
    dynamoEndpoint: e.DYNAMODB_ENDPOINT,
  };
};

const Kept = z.object({
  person: z.string().min(32),
  token: z.string().min(32),
  apiToken: z.string().min(16),
  /** With what the tables were filled, once that is done. */
  seeded: z.enum(['demo', 'none']).optional(),
  /** What the tables were like then (`tableDesign`): an index cannot be added to them later. */
  tables: z.string().optional(),
});
export type Kept = z.output<typeof Kept>;

const keptFile = (dataDir: string) => join(dataDir, 'kept.json');

/** What one machine makes up on its first start and keeps: losing the keys would orphan what they hashed. */
export const readKept = async (dataDir: string): Promise<Kept> => {
  await mkdir(dataDir, { recursive: true }).catch(({ code }: NodeJS.ErrnoException) => {
    throw new BadOptions(`DATA_DIR=${dataDir}: no folder can be made there (${code})`);
  });
  try {
    return Kept.parse(JSON.parse(await readFile(keptFile(dataDir), 'utf8')));
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') throw error;
  }
  const random = () => randomBytes(32).toString('base64url');
  const kept: Kept = { person: random(), token: random(), apiToken: random() };
  await writeKept(dataDir, kept);
  return kept;
};

/** In one step, so that a run killed here leaves the old file or the new one. */
export const writeKept = async (dataDir: string, kept: Kept): Promise<void> => {
  const next = `${keptFile(dataDir)}.next`;
  await writeFile(next, JSON.stringify(kept, null, 2));
  await chmod(next, 0o600);
  await rename(next, keptFile(dataDir));
};
