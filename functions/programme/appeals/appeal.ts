import * as z from 'zod';
import type { Inquiry } from '../../inquiries/inquiry';
import { idOf, line, nonceField, optional, prose, versionField } from '../../platform/input/fields';
import { table } from '../../platform/store/table';
import { programmeTable } from '../plans/plan';
import { amountField, PLEDGE_KINDS } from '../pledges/pledge';

/** The kind of what one body is asked. */
export const APPEAL = 'appeal' as const;

/** So many kinds of support may one appeal ask for; a body's page shows each of them. */
export const MOST_NEEDS = 12;

const day = z.iso.date('time-malformed');
const words = (max: number) => prose(max).pipe(z.string().min(1, 'required'));

const NeedFields = z.strictObject({
  kind: z.enum(PLEDGE_KINDS, 'required'),
  words: line(200).describe('What is asked for: "Sổ tay hòa giải"'),
  amount: amountField.describe('Of money in đồng; of other kinds a count'),
  measure: optional(line(40)).describe('The unit of measure of a count ("cuốn", "buổi"); money has none'),
});
/** One thing that is asked for. */
export type Need = z.output<typeof NeedFields>;

/** A count needs its unit of measure, and đồng are one already. */
const Need = NeedFields.superRefine(({ kind, measure }, context) => {
  const isMoney = kind === 'money';
  if (isMoney === (measure !== undefined)) {
    const message = isMoney ? 'measure-of-money' : 'measure-required';
    context.addIssue({ code: 'custom', path: ['measure'], message });
  }
});

const AppealFields = z.strictObject({
  title: line(200),
  words: words(5_000).describe('Why support is asked for, as bodies read it'),
  needs: z.array(Need).min(1, 'appeal-needs-required').max(MOST_NEEDS),
  eventId: optional(idOf('evt')).describe('The event that it is for'),
  unitId: optional(idOf('unt')).describe('The unit, such as a pilot commune, that it is for'),
  dueOn: day.describe('The last day of an answer, inclusive'),
});

export const AppealInput = AppealFields.extend({ nonce: nonceField });
export type AppealInput = z.output<typeof AppealInput>;
export const AppealUpdate = AppealFields.extend({ version: versionField });

export const SendInput = z.strictObject({
  version: versionField,
  bodyIds: z.array(idOf('bod')).min(1, 'appeal-bodies-required').max(200).describe('Who is asked'),
});
export const CloseInput = z.strictObject({ version: versionField, words: words(2_000) });

/** Whether a body gives something. */
export const STANCES = ['gives', 'declines'] as const;

const Gift = z.strictObject({
  need: z.number().int().min(1).max(MOST_NEEDS).describe('Which of the needs, from 1'),
  amount: amountField,
  words: optional(line(200)).describe('What exactly; left out: as it was asked for'),
});
export type Gift = z.output<typeof Gift>;

const SaidFields = z.strictObject({
  stance: z.enum(STANCES, 'appeal-stance-required'),
  gifts: z.array(Gift).max(MOST_NEEDS).default([]).describe('What it gives of the needs'),
  by: optional(day).describe('With `gives` alone: until when it is given'),
  words: optional(prose(2_000)).describe('Other support; with `declines`, why'),
  position: line(120).describe('The position of the person who answers, without a name'),
});
type Fields = z.output<typeof SaidFields>;

const consistent = ({ stance, gifts, by, words }: Fields, context: z.RefinementCtx<Fields>): void => {
  const refuse = (path: string, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message });
  if (stance === 'declines') {
    if (!words) refuse('words', 'required');
    if (gifts.length > 0) refuse('gifts', 'appeal-declined-gifts');
    return;
  }
  if (gifts.length === 0 && !words) refuse('gifts', 'appeal-gifts-required');
  if (gifts.length > 0 && !by) refuse('by', 'required');
  if (new Set(gifts.map(({ need }) => need)).size < gifts.length) refuse('gifts', 'appeal-gift-twice');
};

export const AppealSaid = SaidFields.superRefine(consistent);
export type AppealSaid = z.output<typeof AppealSaid>;
export const VersionedAppealSaid = SaidFields.extend({ version: versionField }).superRefine(consistent);
export const EnteredAppealSaid = SaidFields.extend({
  version: versionField,
  through: z.enum(['phone', 'letter'], 'through-required'),
}).superRefine(consistent);

/** What a body is asked, as the appeal said it when it was sent. */
export interface AboutAppeal {
  appealId: string;
  words: string;
  needs: readonly Need[];
  eventTitle?: string;
  unitName?: string;
  /** Its answer was taken over: each of its gifts is a pledge, or it declined. */
  taken?: true;
}

/** An appeal as one body has it. */
export type Asked = Inquiry<AboutAppeal, AppealSaid>;

/** A call for support (thư vận động). It is a draft until the first body is asked; its text then stays. */
export interface Appeal extends Omit<AppealInput, 'nonce'> {
  pk: 'appeal';
  sk: string;
  id: string;
  /** When the first body was asked. */
  sentAt?: string;
  closedAt?: string;
  /** What came of it. */
  closeWords?: string;
  sample?: true;
  version: number;
  createdAt: string;
  updatedAt: string;
  by?: string;
}

/** All appeals stand in one partition: a province makes some dozens a year. */
export const appeals = table<Appeal>(programmeTable);
export const appealKey = (id: string) => ({ pk: 'appeal', sk: id }) as const;
