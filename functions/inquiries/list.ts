import type { World } from '../platform/world/world';
import { type Inquiry, inquiriesTable } from './inquiry';
import type { InquiryKind } from './kinds';

/** Everything of a kind, the newest first: a province asks some hundred things in a year. */
export const listInquiries = async <T extends Inquiry>(world: World, kind: InquiryKind): Promise<T[]> =>
  (await world.db.all(inquiriesTable, {
    index: 'kind',
    where: 'kind = :k',
    values: { ':k': kind },
    backwards: true,
  })) as T[];

/** Everything that was asked of one body, the newest first. */
export const inquiriesOfBody = (world: World, bodyId: string): Promise<Inquiry[]> =>
  world.db.all(inquiriesTable, {
    index: 'body',
    where: 'bodyId = :b',
    values: { ':b': bodyId },
    backwards: true,
  });
