import * as z from 'zod';
import { idOf, line, optional, prose } from '../../platform/input/fields';
import { parse } from '../../platform/input/parse';
import { Problem } from '../../platform/problem/problem';
import { MOST_DAYS } from '../event/days';
import { GROUPS } from './groups';
import { mistakesIn } from './placeholders';

export const ChoiceInput = z.strictObject({
  groups: z.array(z.enum(GROUPS)).min(1, 'groups-required').max(GROUPS.length),
  area: optional(idOf('unt')).describe('Only people and quotas of this district or commune'),
  day: optional(z.number().int().min(1).max(MOST_DAYS)).describe(
    'Of `attended` and `absent`: the number of the day; left out, any day',
  ),
});
export type ChoiceInput = z.output<typeof ChoiceInput>;

export const WrittenInput = z.strictObject({
  subject: line(150),
  words: prose(5_000).pipe(z.string().min(1, 'required')),
});

export const BroadcastInput = ChoiceInput.extend(WrittenInput.shape);
export type BroadcastInput = z.output<typeof BroadcastInput>;

/** @throws Problem invalid, also for placeholders that do not exist or that the groups do not have */
export const parseBroadcast = (input: unknown): BroadcastInput => {
  const parsed = parse(BroadcastInput, input);
  mustBeSendable(parsed);
  return parsed;
};

/** @throws Problem invalid `placeholder-unknown`, `placeholder-not-here`, `blank-left`, `link-not-https` */
export const mustBeSendable = (input: BroadcastInput): void => {
  const mistakes = mistakesIn(input, input.groups);
  if (mistakes.length > 0) throw new Problem('invalid', 'invalid', {}, mistakes);
};
