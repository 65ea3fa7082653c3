import * as z from 'zod';
import { invalid } from '../problem/problem';
import { cleanPersonName, nameItself } from '../text/person-name';
import { isMasked, normalPhone, phoneSlip } from '../text/phone';
import { clean, cleanLine } from '../text/text';
import { hasWebAddress } from '../text/web-address';
import { HIGHEST_VERSION } from './version';

/** The fields that many nouns share: each cleans what was typed and names its message. */

/** What is left out is asked for; what is no text at all is said to be of the wrong type. */
const textOr = (absent: string, otherwise: string) => (issue: { input?: unknown }) =>
  issue.input === undefined ? absent : typeof issue.input === 'string' ? otherwise : 'wrong-type';

/** An accent with no letter below it is nothing to read. */
const readable = (text: string) => /[^\p{M}\s]/u.test(text);

/** One line of text of 1 to `max` characters, counted after cleaning. */
export const line = (max = 200) =>
  z
    .string()
    .max(20_000, 'too-long')
    .transform(cleanLine)
    .pipe(z.string().min(1, 'required').max(max).refine(readable, 'required'));

/** Several lines of text. */
export const prose = (max = 5_000) =>
  z.string().max(100_000, 'too-long').transform(clean).pipe(z.string().max(max));

/** Absent where there is nothing to say; forms leave empty fields out before they parse. */
export const optional = <S extends z.ZodType>(schema: S) => schema.optional();

/** Made by a form when it is shown. */
export const nonceField = z
  .string()
  .min(8)
  .max(64)
  .optional()
  .describe('A secret of the form: sent again with it, the first one is answered');

/** Letters of any script, with the few marks that names have. */
const NAME = /^[\p{L}\p{M} .'’/-]+$/u;
/** What may stand behind a name: "(tổ trưởng)", "- Ấp 5", "“Ba Mẫu”". */
const NAME_AND_NOTES = /^[\p{L}\p{M}\p{N} .,;:'’"“”«»()[\]{}&+/|–—-]+$/u;
/** A mark makes a letter of its own in many scripts, as the vowels of Khmer. */
const TWO_LETTERS = /\p{L}['’]?[\p{L}\p{M}]/u;

/**
 * A person's name as it was typed, without numbering. Titles and notes stay; they do not count where names are
 * compared (`platform/text/person-name.ts`).
 */
export const personName = z
  .string()
  .max(20_000, 'name-too-long')
  .transform(cleanPersonName)
  .pipe(
    z
      .string()
      .min(1, 'name-required')
      .max(80, 'name-too-long')
      .refine((name) => NAME_AND_NOTES.test(name) && NAME.test(nameItself(name)), 'name-letters')
      .refine((name) => !hasWebAddress(name), 'name-link')
      .refine((name) => TWO_LETTERS.test(nameItself(name)), 'name-too-short'),
  );

/** What to send: "0912 345 678", "+84 912.345.678", "0297 3812 345". Taken are other spellings too. */
const PHONE_TYPED = '^(?:\\+84|0)(?:[ .-]?[0-9]){9,10}$';

type TypedPhone = z.core.$RefinementCtx<string>;

const readPhone = (typed: string, context: TypedPhone): string => {
  if (!typed.trim()) {
    context.addIssue({ code: 'custom', message: 'phone-required' });
    return z.NEVER;
  }
  const normal = normalPhone(typed);
  if (!normal) {
    context.addIssue({ code: 'custom', message: phoneSlip(typed) });
    return z.NEVER;
  }
  return normal;
};

const typedPhone = z
  .string({ error: textOr('phone-required', 'phone-malformed') })
  .max(200, 'phone-malformed');

export const phone = typedPhone.transform(readPhone).meta({ pattern: PHONE_TYPED });

/** A phone, or one as it was shown masked, which is left as it is. */
export const phoneOrMask = typedPhone.transform((typed, context) =>
  isMasked(typed) ? typed.trim() : readPhone(typed, context),
);

export const email = z
  .string()
  .max(20_000, 'email-malformed')
  .transform((typed) => typed.replace(/[\p{Cf}\s]+/gu, '').toLowerCase())
  .pipe(z.email('email-malformed').max(120, 'email-malformed'));

/** Every instant that is taken in lies between these. */
export const EARLIEST = '2000';
export const BEFORE = '2100';

/** An instant with its offset, kept in UTC. A date of 31/02 is refused, not rolled over; so is a slip of the year. */
export const instantField = z.iso
  .datetime({ offset: true, error: textOr('required', 'time-malformed') })
  .transform((typed) => new Date(typed).toISOString())
  .refine((at) => at >= EARLIEST && at < BEFORE, 'time-far');

export const webUrl = z
  .string()
  .max(2_000, 'url-malformed')
  .pipe(z.url({ protocol: /^https?$/, error: 'url-malformed' }));

export const idOf = (prefix: string) =>
  z.string().regex(new RegExp(`^${prefix}_[0-9a-z_]{1,120}$`), 'unknown-id');

/** The version of a thing that an edit read. */
export const versionField = z.number().int().min(1).max(HIGHEST_VERSION);

/** How lists are paged. */
export const Paging = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2_000).optional(),
});

export const pageOf = <S extends z.ZodType>(item: S) =>
  z.object({
    items: z.array(item),
    next: z.string().nullable().describe('The cursor of the next page; null on the last one'),
  });

/** One page of a list that is read whole, because it is short: the cursor is the place of its first item. */
export const cutPage = <T>(
  all: readonly T[],
  { limit, cursor }: z.output<typeof Paging>,
): { items: T[]; next?: string } => {
  if (cursor !== undefined && !/^\d{1,6}$/.test(cursor)) throw invalid('cursor', 'cursor-unknown');
  const from = Number(cursor ?? 0);
  const end = from + limit;
  return { items: all.slice(from, end), ...(end < all.length && { next: String(end) }) };
};
