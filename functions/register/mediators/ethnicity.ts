import * as z from 'zod';
import type { Account } from '../../directory/accounts/account';
import { mustManage } from '../../directory/staff/may';
import { line } from '../../platform/input/fields';
import { Problem } from '../../platform/problem/problem';
import { ifVersion } from '../../platform/store/optimistic-lock';
import { table } from '../../platform/store/table';
import { folded } from '../../platform/text/vietnamese';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { mustHaveCome, PastDay } from '../teams/decision';
import { registerTable } from '../teams/team';
import { getMediator } from './get';

/**
 * The wording of the consent to which people agree; another wording gets another version. It stands beside the form, and
 * is read to the person or printed.
 */
export const ETHNICITY_CONSENT = {
  version: '2026-11',
  words:
    'Tôi đồng ý để Sở Tư pháp ghi dân tộc của tôi vào danh sách hòa giải viên, chỉ để thống kê và để biết tổ hòa giải có đủ thành phần theo quy định. Chỉ quản trị viên xem được; báo cáo chỉ nêu số đếm. Tôi có thể không cung cấp, và rút lại đồng ý bất cứ lúc nào.',
} as const;

export const CONSENT_WAYS = ['paper', 'spoken', 'message'] as const;

/** What a mediator said: an ethnic origin with the consent to keep it, or that they do not say. */
export const EthnicityInput = z.discriminatedUnion('answer', [
  z.strictObject({
    answer: z.literal('given'),
    ethnicity: line(40),
    agreedOn: PastDay.describe('The day of the consent'),
    agreedBy: z.enum(CONSENT_WAYS).describe('How the consent was given'),
  }),
  z.strictObject({ answer: z.literal('declined') }),
]);
export type EthnicityInput = z.output<typeof EthnicityInput>;

/** `med_…`, `ethnicity`: apart from the mediator, so that no list, page or history of mediators reads it. */
export interface EthnicityAnswer {
  pk: string;
  sk: 'ethnicity';
  /** The mediator: their history says that an answer was entered, never which. */
  id: string;
  listed: 'ethnicity';
  sortKey: string;
  /** `không cung cấp` is an answer; nothing else is kept then. */
  declined?: boolean;
  ethnicity?: string;
  /** The consent: which wording, on which day, how it was given. */
  /** The record that was merged into this one and brought the answer along. */
  from?: string;
  agreed?: { version: string; on: string; by: (typeof CONSENT_WAYS)[number] };
  version: number;
  updatedAt: string;
  by?: string;
}

export const ethnicityAnswers = table<EthnicityAnswer>(registerTable);
export const ethnicityKey = (id: string) => ({ pk: id, sk: 'ethnicity' as const });

/** What is on file, for callers that have checked the right to see it. */
export const readEthnicity = (world: World, id: string): Promise<EthnicityAnswer | undefined> =>
  world.db.get(ethnicityAnswers, ethnicityKey(id), { consistent: true });

/** What a mediator answered. @throws Problem forbidden for all but admins; missing `mediator-missing` */
export const getEthnicity = async (
  world: World,
  account: Account | undefined,
  id: string,
): Promise<EthnicityAnswer | undefined> => {
  mustManage(account);
  await getMediator(world, id);
  return readEthnicity(world, id);
};

/**
 * Keeps what a mediator answered. An ethnic origin is kept with its own consent alone.
 * @param version that the editor read; 0 where there was no answer
 * @throws Problem forbidden for all but admins; missing `mediator-missing`; conflict `mediator-restricted`; stale
 *   `mediator-stale`; invalid `day-ahead` on `agreedOn`
 */
export const setEthnicity = async (
  world: World,
  account: Account | undefined,
  id: string,
  { version, ...input }: EthnicityInput & { version: number },
): Promise<EthnicityAnswer> => {
  mustManage(account);
  const { restricted, absorbed = [] } = await getMediator(world, id);
  if (restricted) throw new Problem('conflict', 'mediator-restricted');
  if (input.answer === 'given') mustHaveCome(world, input.agreedOn, 'agreedOn');
  const said =
    input.answer === 'given'
      ? {
          ethnicity: input.ethnicity,
          agreed: { version: ETHNICITY_CONSENT.version, on: input.agreedOn, by: input.agreedBy },
        }
      : { declined: true };
  const item: EthnicityAnswer = {
    ...ethnicityKey(id),
    id,
    listed: 'ethnicity',
    sortKey: id,
    ...said,
    version: version + 1,
    updatedAt: iso(world.now()),
  };
  const condition = version === 0 ? { if: 'attribute_not_exists(pk)' } : ifVersion(version);
  const written = await world.db.putIf(ethnicityAnswers, item, condition);
  if (!written.ok) throw new Problem('stale', 'mediator-stale');
  // The person has answered again: the answers that merged records still have are removed.
  for (const other of absorbed) await removeEthnicity(world, other);
  return item;
};

/** Removes the answer: the consent is withdrawn, or the person is forgotten. */
export const removeEthnicity = (world: World, id: string): Promise<void> =>
  world.db.delete(ethnicityAnswers, ethnicityKey(id));

/** The ethnic origin of each mediator who gave it, by id. One call for a province. */
export const allEthnicities = async (world: World): Promise<ReadonlyMap<string, string>> => {
  const found = await world.db.all(ethnicityAnswers, {
    index: 'everyone',
    where: 'listed = :kind',
    values: { ':kind': 'ethnicity' },
  });
  return new Map(found.flatMap(({ id, ethnicity }) => (ethnicity ? [[id, ethnicity]] : [])));
};

/** The Kinh are the majority of the country. */
export const isMinority = (ethnicity: string): boolean => folded(ethnicity) !== 'kinh';
