export interface Settings {
  /** `https://nhipcau.example.vn`, without a slash at the end. */
  publicOrigin: string;
  tablePrefix: string;
  filesBucket: string;
  secrets: {
    person: string;
    token: string;
    /** A request with one of these came through CloudFront. Absent on one machine. */
    origins?: readonly string[];
  };
  mail: {
    from: string;
    configurationSet?: string;
    /** Of mails to staff who wait to sign in: they go on where the others are paused. */
    signInConfigurationSet?: string;
    perSecond: number;
  };
  /** The issuing body, as at the head of its letters. */
  department: { name: string; parent: string; place: string; code: string };
  /** The phone number for questions: shown on every page. */
  help: { name: string; phone: string; email: string };
  /** Another ground in law for using a person's data, in the department's words; not offered where unset. */
  legalBasis?: string;
  /** The question that is asked in Khmer too, as a translator wrote it: in Vietnamese alone where unset. */
  khmerQuestion?: string;
  /** For how many days after the event a nomination link still shows its people. */
  linkDays: number;
  /** Every page says "Dữ liệu mẫu". */
  sampleData: boolean;
  rateLimits: boolean;
  /** The commit that runs. */
  release?: string;
  /** Which copy of the data this is, where the tables do not tell: on one machine files can be copied back. */
  copy?: string;
}

/**
 * The environment of the functions, parsed at start. Nothing secret has a default. Written by hand: every
 * cold start waits for this module, and a schema library would be a quarter of what it loads.
 * @throws Error naming everything that is missing or wrong: a function without its settings must not start.
 */
export const readSettings = (env: Record<string, string | undefined>): Settings => {
  const wrong: string[] = [];
  const optional = (name: string, rule: RegExp): string | undefined => {
    const value = env[name]?.trim() || undefined;
    if (value !== undefined && !rule.test(value)) wrong.push(`${name} is malformed`);
    return value;
  };
  const required = (name: string, rule = ANYTHING): string => {
    const value = optional(name, rule);
    if (value === undefined) wrong.push(`${name} is missing`);
    return value ?? '';
  };
  const settings: Settings = {
    publicOrigin: required('PUBLIC_ORIGIN', ORIGIN).replace(/\/$/, ''),
    tablePrefix: required('TABLE_PREFIX'),
    filesBucket: required('FILES_BUCKET', /^.{3,}$/),
    secrets: {
      // Keys of keyed hashes: persons, links, codes. Losing one orphans what it hashed.
      person: required('PERSON_KEY_SECRET', SECRET),
      token: required('TOKEN_SECRET', SECRET),
      // CloudFront adds one to every request; others are turned away. Two, while one takes the other's place.
      origins: optional('ORIGIN_SECRET', SECRETS)?.split(','),
    },
    mail: {
      from: required('MAIL_FROM', /^.{3,}$/),
      configurationSet: optional('MAIL_CONFIGURATION_SET', ANYTHING),
      signInConfigurationSet: optional('MAIL_SIGN_IN_CONFIGURATION_SET', ANYTHING),
      perSecond: Number(optional('MAIL_RATE', /^(?!0+(\.0+)?$)\d+(\.\d+)?$/) ?? 10),
    },
    department: {
      name: required('DEPARTMENT_NAME'),
      parent: required('DEPARTMENT_PARENT'),
      place: required('DEPARTMENT_PLACE'),
      code: required('DEPARTMENT_CODE'),
    },
    help: {
      name: required('HELP_NAME'),
      phone: required('HELP_PHONE'),
      email: required('HELP_EMAIL', /^[^\s@]+@[^\s@]+\.[^\s@]+$/),
    },
    legalBasis: optional('LEGAL_BASIS', ANYTHING),
    khmerQuestion: optional('KHMER_QUESTION', KHMER_WORDS),
    release: optional('RELEASE', /^[\w.-]{1,60}$/),
    linkDays: Number(optional('LINK_DAYS', /^\d{1,4}$/) ?? 30),
    sampleData: optional('SAMPLE_DATA', /^(true|false|1|0)$/)?.match(/^(true|1)$/) != null,
    rateLimits: (optional('RATE_LIMITS', /^(on|off)$/) ?? 'on') === 'on',
  };
  if (wrong.length) throw new Error(`Settings: ${wrong.join(', ')}`);
  return settings;
};

const ANYTHING = /./;
/** Words in Latin letters are no translation. */
export const KHMER_WORDS = /^[^\p{Script=Latin}]*\p{Script=Khmer}[^\p{Script=Latin}]*$/u;
/** A secret that could be guessed is none. */
const SECRET = /^.{32,}$/;
const SECRETS = /^[^,]{32,}(,[^,]{32,})*$/;
const ORIGIN = /^https?:\/\/[\w.-]+(:\d+)?\/?$/;
