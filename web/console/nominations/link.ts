import { getNomination } from '../../../functions/events/nominations/list';
import { reissueNomination, revokeNomination } from '../../../functions/events/nominations/revoke';
import type { Handler } from '../../env';
import { QUOTA, withQuery } from '../../query';
import { routes } from '../../routes';
import { readForm, versionIn } from '../../ui/form';
import { idOf, mustGive } from './access';

/** The tick that the old link is in other hands. */
export const LEAKED = 'lo';

/** The old link stops working. */
export const reissueAct: Handler = async (c) => {
  mustGive(c);
  const world = c.get('world');
  const { eventId, id } = await getNomination(world, idOf(c));
  const { fields } = await readForm<'version' | typeof LEAKED>(c);
  const leaked = fields[LEAKED] !== undefined;
  await reissueNomination(world, id, versionIn(fields), { leaked });
  const done = leaked ? QUOTA.reissuedCodes : QUOTA.reissued;
  return c.redirect(withQuery(routes.consoleNominations(eventId), { [done]: id }), 303);
};

export const revokeAct: Handler = async (c) => {
  mustGive(c);
  const world = c.get('world');
  const { eventId, id } = await getNomination(world, idOf(c));
  await revokeNomination(world, id);
  return c.redirect(withQuery(routes.consoleNominations(eventId), { [QUOTA.revoked]: id }), 303);
};
