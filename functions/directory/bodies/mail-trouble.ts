import { Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import type { Body, MailTrouble } from './body';
import { getBody } from './get';
import { forgetBodies, listBodies } from './list';
import { addressesOf } from './mail-address';
import { save } from './update';

const TRIES = 5;

/**
 * Marks an address that bounced or complained wherever the directory has it, so that it is not mailed
 * again and the organizer sees it. Telling it twice changes nothing. The version rises, so an editor
 * with an older copy cannot wipe the mark out.
 */
export const markMailTrouble = async (
  world: World,
  email: string,
  kind: MailTrouble['kind'],
): Promise<void> => {
  const address = email.trim().toLowerCase();
  forgetBodies(world);
  const hit = (await listBodies(world)).filter((b) => addressesOf(b).includes(address));
  for (const body of hit) await mark(world, body, { email: address, kind, at: iso(world.now()) });
};

const mark = async (world: World, found: Body, trouble: MailTrouble): Promise<void> => {
  for (let body = found, tries = 1; ; tries++) {
    const others = body.mailTroubles?.filter((t) => t.email !== trouble.email) ?? [];
    const known = body.mailTroubles?.find((t) => t.email === trouble.email);
    // A complaint does not replace a bounce, in whichever order they come.
    const said = known?.kind === trouble.kind || known?.kind === 'bounced';
    if (said || !addressesOf(body).includes(trouble.email)) return;
    try {
      await save(world, body.id, body.version, { mailTroubles: [...others, trouble] });
      return;
    } catch (error) {
      if (!(error instanceof Problem) || error.kind !== 'stale' || tries >= TRIES) throw error;
      body = await getBody(world, body.id);
    }
  }
};
