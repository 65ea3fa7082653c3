import { DAY, iso } from '../../platform/time/dates';
import type { Probed, World } from '../../platform/world/world';
import { type LegalLink, type LinkCheck, legalLinkItems, NEXT_CHECK, nextChecks } from './legal-link';
import { forgetLegalLinks, readLegalLinks } from './list';

/** A page that is there is looked for again after a month; one that is not, after a day, later after a week. */
const AFTER = { found: 30 * DAY, failed: DAY, dead: 7 * DAY };
/** A site may be away for an evening: two days in a row say that a link is dead. */
const FAILURES_OF_DEAD = 2;
/** The rest waits for the next tick, so that sending mail does not wait for slow sites. */
const MOST_A_TICK = 5;

/** What the system knows of a link after a check. */
interface Checked {
  linkCheck: LinkCheck;
  foundAt: string | undefined;
  dead: true | undefined;
  checkAt: string;
}

/** What is known of a link after a check. Pure. */
export const afterCheck = (
  { linkCheck: before, foundAt }: Pick<LegalLink, 'linkCheck' | 'foundAt'>,
  probed: Probed,
  now: number,
): Checked => {
  const at = iso(now);
  if (probed.found) {
    const linkCheck = { at, found: true, failures: 0, status: probed.status };
    return { linkCheck, foundAt: at, dead: undefined, checkAt: iso(now + AFTER.found) };
  }
  const failures = (before?.failures ?? 0) + 1;
  const { reason, status } = probed;
  const linkCheck = { at, found: false, failures, reason, ...(status !== undefined && { status }) };
  const dead = failures >= FAILURES_OF_DEAD || undefined;
  return { linkCheck, foundAt, dead, checkAt: iso(now + (dead ? AFTER.dead : AFTER.failed)) };
};

/**
 * Checks the links that are due. Called by each tick of the clock; most ticks read one small item and end.
 * @param until when this tick must end (ms)
 */
export const tendLegalLinks = async (
  world: World,
  { until = Number.POSITIVE_INFINITY }: { until?: number } = {},
): Promise<void> => {
  const next = await world.db.get(nextChecks, NEXT_CHECK);
  if (next && next.at > iso(world.now())) return;
  const links = await readLegalLinks(world);
  const began = iso(world.now());
  const due = links
    .filter(({ checkAt }) => checkAt <= began)
    .sort((a, b) => a.checkAt.localeCompare(b.checkAt));
  let done = 0;
  for (const link of due.slice(0, MOST_A_TICK)) {
    if (world.now() >= until) break;
    await checkLink(world, link);
    done++;
  }
  forgetLegalLinks(world);
  if (done < due.length) return;
  // At the latest within a day: an item that was lost on the way delays no check for long.
  const tomorrow = iso(world.now() + DAY);
  const later = links.filter(({ checkAt }) => checkAt > began).map(({ checkAt }) => checkAt);
  const at = [tomorrow, ...later].sort()[0]!;
  // One that was added meanwhile asked for a look: it stays asked for.
  await world.db.updateIf(nextChecks, NEXT_CHECK, {
    set: { at },
    names: { '#request': 'request' },
    ...(next?.request
      ? { if: '#request = :seen', values: { ':seen': next.request } }
      : { if: 'attribute_not_exists(#request)' }),
  });
};

const checkLink = async (world: World, link: LegalLink): Promise<void> => {
  const { linkCheck, foundAt, dead, checkAt } = afterCheck(
    link,
    await world.web.probe(link.url),
    world.now(),
  );
  // Of an address that was changed meanwhile, this says nothing.
  const written = await world.db.updateIf(
    legalLinkItems,
    { pk: 'legal-link', sk: link.id },
    {
      set: { linkCheck, foundAt, dead, checkAt },
      names: { '#url': 'url' },
      values: { ':url': link.url },
      if: '#url = :url',
    },
  );
  if (written.ok && dead && !link.dead) world.log({ what: 'legal-link-dead', level: 'warn', link: link.id });
};
