import { isIP } from 'node:net';
import { resolve } from 'node:path';
import * as z from 'zod';
import { KHMER_WORDS } from '../../functions/platform/world/settings';

/** What fresh tables are filled with: the demo, the places and accounts alone, or the demo with a whole province. */
export const SEEDS = ['demo', 'none', 'province'] as const;
export type Seed = (typeof SEEDS)[number];

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
  SEED: z.enum(SEEDS, 'must be demo, none or province').default('demo'),
  DEMO_API_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/, 'must be at most 200 visible characters, without spaces')
    .optional(),
  RATE_LIMITS: z.enum(['on', 'off'], 'must be on or off').default('on'),
  DYNAMODB_ENDPOINT: z.url('must be a URL').optional(),
  KHMER_QUESTION: z.string().regex(KHMER_WORDS, 'must be words in Khmer script').optional(),
});

export interface Options {
  /** 0 takes a free one. */
  port: number;
  mailPort: number;
  /** The address that the site listens on; the other parts stay on loopback. */
  host: string;
  dataDir: string;
  seed: Seed;
  apiToken?: string;
  rateLimits: boolean;
  /** Another DynamoDB instead of the embedded one. */
  dynamoEndpoint?: string;
  /** The question that is asked in Khmer too. */
  khmerQuestion?: string;
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
    khmerQuestion: e.KHMER_QUESTION,
  };
};
