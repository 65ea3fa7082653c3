import { linkToken } from '../../platform/keys/link-token';
import type { World } from '../../platform/world/world';
import type { Invitation } from './invitation';

/** The body's personal page, as its latest letter names it. */
export const invitationLink = (world: World, { id, turn }: Pick<Invitation, 'id' | 'turn'>): string =>
  world.links.invitation(linkToken(world, id, turn));
