import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as z from 'zod';
import { KHMER_WORDS } from '../../functions/platform/world/settings';

/** Singapore is the nearest region with every service in use. */
export const REGION = 'ap-southeast-1';

export const stageName = z.string().regex(/^[a-z][a-z0-9-]{0,15}$/, 'a short name, e.g. prod');

/** The name of the stack with the running system. */
export const systemStack = (stage: string): string => `nhip-cau-${stage}`;

/** The prefix of the names of a stage's tables. */
export const tablePrefix = (stage: string): string => `nhip-cau-${stage}-`;

const domainName = z.string().regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, 'a domain name, without https://');

/** The only numbers of days that CloudWatch can keep logs for. */
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
