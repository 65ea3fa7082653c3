/**
 * The condition under which a registration or a pointer is written under a person key: nothing is there, or the
 * record of the same person, who left, or the pointer `replaces`.
 * @param replaces what was read under the key: the target of a pointer, or the name of the person who left,
 *   where it is the same name written differently
 */
export const whereFree = (fullName: string, replaces = fullName) => ({
  if: 'attribute_not_exists(pk) OR pointsTo = :replaces OR (#status IN (:cancelled, :declined) AND fullName IN (:name, :replaces))',
  names: { '#status': 'status' },
  values: { ':replaces': replaces, ':name': fullName, ':cancelled': 'cancelled', ':declined': 'declined' },
});
