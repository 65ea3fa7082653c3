import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as z from 'zod';
import { KHMER_WORDS } from '../../functions/platform/world/settings';

/** Singapore is the nearest region with every service in use. */
export const REGION = 'ap-southeast-1';

export const stageName = z.string().regex(/^[a-z][a-z0-9-]{0,15}$/, 'a short name, e.g. prod');

/** The name of the stack with the tables, files and keys. */
export const dataStack = (stage: string): string => `nhip-cau-${stage}-data`;

/** The name of the stack with the running system. */
export const systemStack = (stage: string): string => `nhip-cau-${stage}`;

/** The prefix of the names of a stage's tables. */
export const tablePrefix = (stage: string): string => `nhip-cau-${stage}-`;

const domainName = z.string().regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, 'a domain name, without https://');

/** The only numbers of days that CloudWatch can keep logs for. */
const LOG_DAYS = Object.values(RetentionDays).filter(
  (days): days is RetentionDays => typeof days === 'number' && days !== RetentionDays.INFINITE,
);

/** The context of the CDK gives texts. */
const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

/** 1,000 people in a hall register within a few seconds; real use does not exceed that. */
const RUSH = { rate: 1_000, burst: 2_000 };

/** What differs between one deployment and another. Secrets are not here: the stack makes them. */
const Fields = z.strictObject({
  stage: stageName,
  region: z.string().default(REGION),
  /** Where people find the site. */
  domain: domainName,
  /**
   * The domain of the sender; its DNS gets the DKIM, SPF and MX records that the stack prints. Each stage has
   * its own: SES accepts a domain only once in an account.
   */
  mailDomain: domainName,
  /** The part of the sender's address before the @. */
  mailUser: z.string().default('thu-moi'),
  /** Mails a second that SES grants this account; 1 in its sandbox, 14 after that. */
  mailRate: z.coerce.number().positive().default(10),
  /** Who gets the mail of an alarm. */
  alarmEmail: z.email(),
  /** Days that logs are kept; they hold only ids. */
  logDays: z.coerce
    .number()
    .refine((days): days is RetentionDays => LOG_DAYS.includes(days), `one of ${LOG_DAYS.join(', ')} days`)
    .default(RetentionDays.ONE_MONTH),
  /** Days after an event during which a unit's link still shows the people it nominated; the department decides. */
  linkDays: z.coerce.number().int().min(0).default(30),
  /** Raise it by one to change the secret that CloudFront sends to the API (docs/operations.md). */
  originTurn: z.coerce.number().int().min(1).default(1),
  /** Another legal ground for using a person's data, in the department's words; not offered if unset. */
  legalBasis: z.string().optional(),
  /** The question that is asked in Khmer too, as a translator wrote it; in Vietnamese alone if unset. */
  khmerQuestion: z.string().regex(KHMER_WORDS, 'words in Khmer script').optional(),
  /** Set it after the first deployment succeeded: data and stacks can no longer be deleted by mistake. */
  live: flag.default(false),
  /** A stage for trials: its data go with its stack. */
  disposable: flag.default(false),
  /** Daily backups that a mistake in the tables does not reach (AWS Backup). */
  backups: flag.default(true),
  /** A vault in another account or region that gets a copy of each backup. */
  backupCopyTo: z.string().startsWith('arn:aws:backup:').optional(),
  /** Restored tables that take the place of those of the stack; `npm run restore` prints it. */
  tables: z.object({ prefix: z.string().min(1), streams: z.record(z.string(), z.string()) }).optional(),
  /** A new version of the site first gets a tenth of the requests for five minutes, and goes back on an alarm. */
  canary: flag.default(true),
  /** The firewall costs some US$ 9 a month; a small stage can do without. */
  firewall: flag.default(true),
  /** Requests a second that API Gateway lets through, and how many at once. */
  throttle: z.object({ rate: z.number().int().positive(), burst: z.number().int().positive() }).default(RUSH),
  /**
   * Set it when Lambda grants this account 1,000 calls at a time: clock, mailer and feedback get places of their own. A new
   * account has about 10 in all, of which none can be set apart.
   */
  reserveConcurrency: flag.default(false),
  /** US$ a month above which a mail warns. */
  budgetUsd: z.coerce.number().positive().default(50),
  /** While SES keeps this account in its sandbox: the addresses and domains that it has verified. */
  sandboxRecipients: z.array(z.string().min(3)).default([]),
  department: z.object({ name: z.string(), parent: z.string(), place: z.string(), code: z.string() }),
  help: z.object({ name: z.string(), phone: z.string(), email: z.email() }),
});
export type Stage = z.output<typeof Fields>;

/** The domain of bounces: its own name, since a name with MX and SPF records cannot also be a CNAME. */
export const bounceDomain = ({ mailDomain }: Pick<Stage, 'mailDomain'>): string => `bounce.${mailDomain}`;

export const stageSchema = Fields.refine((stage) => stage.domain !== bounceDomain(stage), {
  path: ['domain'],
  message: 'the site and the bounces of its mails cannot share a name in DNS',
});

export const publicOrigin = (stage: Stage): string => `https://${stage.domain}`;
export const senderAddress = (stage: Stage): string => `${stage.mailUser}@${stage.mailDomain}`;
