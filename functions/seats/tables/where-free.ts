import { isPresent } from '../ledger/entry';
import type { Replaced } from '../ledger/ledger';

/** The condition that a person was seen on these days and no others; none also where every mark was taken back. */
export const whereCame = (came: Record<string, string> = {}) =>
  isPresent({ came })
    ? { if: 'came = :came', values: { ':came': came } }
    : { if: '(attribute_not_exists(came) OR size(came) = :none)', values: { ':none': 0 } };

/**
 * The condition under which a registration or a pointer is written under a person key: nothing is there, or the
 * record of the same person, who left, or the pointer `replaces`. A record with days on which the person was seen is
 * written over only by a request that has read these days and keeps them.
 * @param replaces what was read under the key
 */
export const whereFree = (fullName: string, { known, came }: Replaced = { known: fullName }) => {
  const asRead = whereCame(came);
  return {
    if: `attribute_not_exists(pk) OR pointsTo = :replaces OR (#status IN (:cancelled, :declined) AND fullName IN (:name, :replaces) AND ${asRead.if})`,
    names: { '#status': 'status' },
    values: {
      ':replaces': known,
      ':name': fullName,
      ':cancelled': 'cancelled',
      ':declined': 'declined',
      ...asRead.values,
    },
  };
};
