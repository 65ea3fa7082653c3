import { createHash, randomBytes, randomInt } from 'node:crypto';

/** Crockford's alphabet in lower case: no i, l, o, u, so that an id survives being read aloud. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Every kind of thing and the prefix of its ids. */
export const PREFIX = {
  event: 'evt',
  registration: 'reg',
  person: 'per',
  unit: 'unt',
  body: 'bod',
  invitation: 'inv',
  nomination: 'nom',
  plan: 'pln',
  task: 'tsk',
  budgetLine: 'bgl',
  pledge: 'plg',
  appeal: 'apl',
  handout: 'hnd',
  expert: 'exp',
  account: 'acc',
  session: 'ses',
  token: 'tok',
  recovery: 'rcv',
  delivery: 'dlv',
  import: 'imp',
  broadcast: 'brc',
  letter: 'ltr',
  forgetting: 'fgt',
  material: 'mat',
  legalLink: 'lnk',
  publication: 'pub',
  team: 'team',
  mediator: 'med',
  upload: 'upl',
  inquiry: 'inq',
  reportingPeriod: 'rpp',
  support: 'sup',
  point: 'pnt',
  monitoringNote: 'nte',
} as const;

export const base32 = (bytes: Uint8Array): string => {
  let out = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      out += ALPHABET[(value >>> (bits - 5)) & 31];
      bits -= 5;
    }
    value &= (1 << bits) - 1;
  }
  return bits ? out + ALPHABET[(value << (5 - bits)) & 31] : out;
};

const timePart = (ms: number) => {
  let out = '';
  for (let n = ms, i = 0; i < 9; i++, n = Math.floor(n / 32)) out = ALPHABET[n % 32] + out;
  return out;
};

/** A prefixed id that sorts by time: `evt_` + 9 characters of time + 10 of chance (50 bits). */
export const newId = (kind: keyof typeof PREFIX, now: number): string =>
  `${PREFIX[kind]}_${timePart(now)}${base32(randomBytes(7)).slice(0, 10)}`;

/** The id of what one account makes by one form: sent twice, it is the same thing. */
export const idOfForm = (kind: keyof typeof PREFIX, account: string, nonce: string): string =>
  `${PREFIX[kind]}_${base32(createHash('sha256').update(`${account} ${nonce}`).digest()).slice(0, 19)}`;

/** A claim's id is short, since up to 25 of them live in one block: 60 bits. */
export const newClaimId = (): string => base32(randomBytes(8)).slice(0, 12);

/** A link's secret: 128 bits and more, never stored but as its hash. */
export const newToken = (): string => base32(randomBytes(20));

/** The code of a registration: nine digits, read aloud in groups of three. */
export const newCode = (): string => String(randomInt(100_000_000, 1_000_000_000));

export const showCode = (code: string): string => code.replace(/(\d{3})(?=\d)/g, '$1 ');
