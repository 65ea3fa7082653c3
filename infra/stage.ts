import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Node } from 'constructs';
import * as z from 'zod';

/** The domains below are kept free for examples (RFC 6761): nobody deploys to one by oversight. */
const EXAMPLE = /\.example\.vn$/;

/** Singapore is the nearest region with every service in use. */
export const REGION = 'ap-southeast-1';

export const stageName = z.string().regex(/^[a-z][a-z0-9-]{0,15}$/, 'a short name, e.g. prod');

/** What the names of a stage's tables begin with. */
export const tablePrefix = (stage: string): string => `nhip-cau-${stage}-`;

const domainName = z.string().regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, 'a domain name, without https://');

/** CloudWatch keeps logs for so many days and for no number between. */
const LOG_DAYS = Object.values(RetentionDays).filter(
  (days): days is RetentionDays => typeof days === 'number' && days !== RetentionDays.INFINITE,
);

/** What differs between one deployment and another. Secrets are not here: the stack makes them. */
const Fields = z.object({
  stage: stageName,
  region: z.string().default(REGION),
  /** Where people find the site. */
  domain: domainName,
  /**
   * Whose addresses send; its DNS gets the DKIM, SPF and MX records that the stack prints. Each stage has
   * one of its own: SES knows a domain once in an account.
   */
  mailDomain: domainName,
  /** The part before the @ of the sender, and the name before it. */
  mailUser: z.string().default('thu-moi'),
  /** Mails a second that SES grants this account; 1 in its sandbox, 14 after that. */
  mailRate: z.coerce.number().positive().default(10),
  /** Who is woken by an alarm. */
  alarmEmail: z.email(),
  /** Days that logs are kept; they carry ids alone. */
  logDays: z.coerce
    .number()
    .refine((days): days is RetentionDays => LOG_DAYS.includes(days), `one of ${LOG_DAYS.join(', ')} days`)
    .default(RetentionDays.ONE_MONTH),
  /** Days that a unit's link still shows whom it named, once the event is over: for the department to set. */
  linkDays: z.coerce.number().int().min(0).default(30),
  /** Rises by one to change what CloudFront tells the API (docs/operations.md). */
  originTurn: z.coerce.number().int().min(1).default(1),
  /** Another ground in law for using a person's data, in the department's words; not offered without. */
  legalBasis: z.string().optional(),
  department: z.object({ name: z.string(), parent: z.string(), place: z.string(), code: z.string() }),
  help: z.object({ name: z.string(), phone: z.string(), email: z.email() }),
});
export type Stage = z.output<typeof Fields>;

/** Where mails that come back go: a name of its own, since its MX and SPF stand beside no CNAME. */
export const bounceDomain = ({ mailDomain }: Pick<Stage, 'mailDomain'>): string => `bounce.${mailDomain}`;

const Stage = Fields.refine((stage) => stage.domain !== bounceDomain(stage), {
  path: ['domain'],
  message: 'the site and the bounces of its mails cannot share a name in DNS',
});

const kienGiang = {
  department: {
    name: 'Sở Tư pháp tỉnh Kiên Giang',
    parent: 'UBND TỈNH KIÊN GIANG',
    place: 'Kiên Giang',
    code: 'STP',
  },
  help: {
    name: 'Phòng Phổ biến, giáo dục pháp luật',
    phone: '02973812345',
    email: 'pbgdpl@nhipcau.example.vn',
  },
  alarmEmail: 'truc@nhipcau.example.vn',
} as const;

const stages: Record<string, z.input<typeof Stage>> = {
  staging: {
    stage: 'staging',
    domain: 'thu.nhipcau.example.vn',
    mailDomain: 'mail.thu.nhipcau.example.vn',
    ...kienGiang,
  },
  prod: {
    stage: 'prod',
    domain: 'nhipcau.example.vn',
    mailDomain: 'nhipcau.example.vn',
    logDays: 90,
    ...kienGiang,
  },
};

const FROM_CONTEXT = [
  'region',
  'domain',
  'mailDomain',
  'mailUser',
  'mailRate',
  'alarmEmail',
  'logDays',
  'linkDays',
  'originTurn',
  'legalBasis',
  'department',
  'help',
] as const;

/**
 * The stage that the context names (`-c stage=prod -c domain=…`), its values overridden one by one.
 * `department` and `help` come as objects, from `cdk.context.json` or as JSON.
 * @throws ZodError naming what is wrong; an Error where there is no such stage
 */
export const readStage = (node: Node): Stage => {
  const name = String(node.tryGetContext('stage') ?? 'staging');
  const known = stages[name];
  if (!known) throw new Error(`No stage "${name}": ${Object.keys(stages).join(', ')}`);
  const given = FROM_CONTEXT.flatMap((key) => {
    const value: unknown = node.tryGetContext(key);
    if (value === undefined) return [];
    return [[key, typeof value === 'string' && value.startsWith('{') ? JSON.parse(value) : value]];
  });
  return Stage.parse({ ...known, ...Object.fromEntries(given) });
};

/** Whether the stage still bears the example's names: it can be synthesised, but not deployed. */
export const isExample = (stage: Stage): boolean => EXAMPLE.test(`.${stage.domain}`);

export const publicOrigin = (stage: Stage): string => `https://${stage.domain}`;
export const senderAddress = (stage: Stage): string => `${stage.mailUser}@${stage.mailDomain}`;
