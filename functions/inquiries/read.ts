import { isSameSecret } from '../platform/keys/is-same-secret';
import { linkToken, tokenHash } from '../platform/keys/link-token';
import { missing, Problem } from '../platform/problem/problem';
import { DAY, ms } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import {
  type AnswerItem,
  answerItems,
  type Inquiry,
  inquiriesTable,
  inquiryKey,
  inquiryKeys,
} from './inquiry';
import type { InquiryKind } from './kinds';

/** @throws Problem missing `inquiry-missing`, also where it is of another kind */
export const getInquiry = async <T extends Inquiry>(
  world: World,
  id: string,
  kind?: InquiryKind,
): Promise<T> => {
  const inquiry = await world.db.get(inquiriesTable, inquiryKey(id), { consistent: true });
  if (!inquiry || (kind && inquiry.kind !== kind)) throw missing('inquiry');
  return inquiry as T;
};

/** Every answer that was given, oldest first. */
export const answersOf = (world: World, id: string): Promise<AnswerItem[]> =>
  world.db.all(answerItems, {
    where: 'pk = :id AND begins_with(sk, :answer)',
    values: { ':id': id, ':answer': 'answer#' },
  });

const SHAPE = /^[0-9a-z]{26}$/;

/**
 * What a personal link opens.
 * @throws Problem missing `inquiry-link-unknown` for a forged or replaced link, or one of another kind; gone `inquiry-withdrawn`; gone
 *   `inquiry-long-over` some days after it was closed (`LINK_DAYS`)
 */
export const readByLink = async <T extends Inquiry>(
  world: World,
  token: string,
  kind: InquiryKind,
): Promise<T> => {
  const unknown = new Problem('missing', 'inquiry-link-unknown');
  if (!SHAPE.test(token)) throw unknown;
  const hash = tokenHash(token);
  const { items } = await world.db.query(inquiryKeys, {
    index: 'token',
    where: 'tokenHash = :h',
    values: { ':h': hash },
  });
  if (!items[0]) throw unknown;
  const inquiry = await getInquiry<T>(world, items[0].pk);
  // The index is behind the table: a link that was just replaced may still be in it.
  if (!isSameSecret(inquiry.tokenHash, hash) || inquiry.kind !== kind) throw unknown;
  if (inquiry.status === 'withdrawn') throw new Problem('gone', 'inquiry-withdrawn');
  const { endedAt } = inquiry;
  if (endedAt && world.now() > ms(endedAt) + world.settings.linkDays * DAY)
    throw new Problem('gone', 'inquiry-long-over');
  return inquiry;
};

/** The body's personal page, as its latest mail has it. */
export const inquiryToken = (world: World, { id, turn }: Pick<Inquiry, 'id' | 'turn'>): string =>
  linkToken(world, id, turn);
