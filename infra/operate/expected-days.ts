import { type Inquiry, inquiriesTable } from '../../functions/inquiries/inquiry';
import { table } from '../../functions/platform/store/table';
import { localDate } from '../../functions/platform/time/dates';
import { decideBy, type Point } from '../../functions/points/point';
import type { SupportRequest } from '../../functions/support/request';
import { everyItem, type Migration } from './migrate';

type Item = Inquiry | SupportRequest | Point;
const items = table<Item>(inquiriesTable);

/** The day on which the next thing is expected of an item of an older release; undefined where nothing is. Pure. */
export const expectedDayOf = (item: Item): string | undefined => {
  if (item.sk === 'support') return item.passedAt || item.closedAt ? undefined : localDate(item.createdAt);
  if (item.sk === 'point') return item.passedAt || item.outcome ? undefined : decideBy(item.createdAt);
  if (item.status === 'asked') return item.dueOn;
  if (item.status !== 'answered') return undefined;
  if (item.kind === 'visit') return item.dueOn;
  if (item.kind !== 'finding' && item.kind !== 'review') return undefined;
  return (item.answer?.said as { by?: string } | undefined)?.by;
};

const KINDS: ReadonlySet<string> = new Set<Item['sk']>(['inquiry', 'support', 'point']);

/** Enters what is open into the index of what is expected, which the first page of the console reads. */
export const enterExpectedDays: Migration = {
  id: '2026-11-28-expected-days',
  portion: async (world, from) => {
    const { items: page, next } = await everyItem(world, items, { from });
    for (const item of page) {
      if (!KINDS.has(item.sk) || item.expectedBy) continue;
      const expectedBy = expectedDayOf(item);
      if (!expectedBy) continue;
      await world.db.updateIf(
        items,
        { pk: item.pk, sk: item.sk },
        {
          set: { open: 'open', expectedBy },
          // What changed in between was written by the new release.
          if: '#version = :version AND attribute_not_exists(expectedBy)',
          names: { '#version': 'version' },
          values: { ':version': item.version },
        },
      );
    }
    return next;
  },
};
