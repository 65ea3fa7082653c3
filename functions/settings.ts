import * as z from 'zod';

/** The environment of the functions, parsed at start. Nothing secret has a default. */
const Environment = z.object({
  PUBLIC_ORIGIN: z.url(),
  TABLE_PREFIX: z.string().min(1),
  FILES_BUCKET: z.string().min(3),
  /** Keys of keyed hashes: persons, links, codes. Losing one orphans what it hashed. */
  PERSON_KEY_SECRET: z.string().min(32),
  TOKEN_SECRET: z.string().min(32),
  /** CloudFront adds it to every request; others are turned away. Absent on one machine. */
  ORIGIN_SECRET: z.string().min(32).optional(),
  MAIL_FROM: z.string().min(3),
  MAIL_CONFIGURATION_SET: z.string().optional(),
  MAIL_RATE: z.coerce.number().positive().default(10),
  DEPARTMENT_NAME: z.string().min(1),
  DEPARTMENT_PARENT: z.string().min(1),
  DEPARTMENT_PLACE: z.string().min(1),
  DEPARTMENT_CODE: z.string().min(1),
  HELP_NAME: z.string().min(1),
  HELP_PHONE: z.string().min(1),
  HELP_EMAIL: z.email(),
  SAMPLE_DATA: z.stringbool().default(false),
  RATE_LIMITS: z.enum(['on', 'off']).default('on'),
});

export interface Settings {
  /** `https://nhipcau.example.vn`, without a slash at the end. */
  publicOrigin: string;
  tablePrefix: string;
  filesBucket: string;
  secrets: { person: string; token: string; origin?: string };
  mail: { from: string; configurationSet?: string; perSecond: number };
  /** The issuing body, as at the head of its letters. */
  department: { name: string; parent: string; place: string; code: string };
  /** Whom to call: shown on every page. */
  help: { name: string; phone: string; email: string };
  /** Every page says "Dữ liệu mẫu". */
  sampleData: boolean;
  rateLimits: boolean;
}

/** @throws ZodError naming what is missing: a function without its settings must not start. */
export const readSettings = (env: Record<string, string | undefined>): Settings => {
  const e = Environment.parse(env);
  return {
    publicOrigin: e.PUBLIC_ORIGIN.replace(/\/$/, ''),
    tablePrefix: e.TABLE_PREFIX,
    filesBucket: e.FILES_BUCKET,
    secrets: { person: e.PERSON_KEY_SECRET, token: e.TOKEN_SECRET, origin: e.ORIGIN_SECRET },
    mail: { from: e.MAIL_FROM, configurationSet: e.MAIL_CONFIGURATION_SET, perSecond: e.MAIL_RATE },
    department: {
      name: e.DEPARTMENT_NAME,
      parent: e.DEPARTMENT_PARENT,
      place: e.DEPARTMENT_PLACE,
      code: e.DEPARTMENT_CODE,
    },
    help: { name: e.HELP_NAME, phone: e.HELP_PHONE, email: e.HELP_EMAIL },
    sampleData: e.SAMPLE_DATA,
    rateLimits: e.RATE_LIMITS === 'on',
  };
};
