import type { FC } from 'hono/jsx';
import * as z from 'zod';
import type { Event } from '../../../functions/events/event/event';
import { isUrgent } from '../../../functions/notices/calls/urgency';
import { listCalls, OUTCOMES, tick } from '../../../functions/outbox/calls/calls';
import type { Delivery } from '../../../functions/outbox/deliveries/delivery';
import { parse } from '../../../functions/platform/input/parse';
import { as, type World } from '../../../functions/platform/world/world';
import { copy } from '../../copy/copy';
import type { Page } from '../../env';
import { CallLines } from '../../parts/notices/call-lines';
import { soonWords } from '../../parts/notices/words';
import { NOMINATED } from '../../query';
import { routes } from '../../routes';
import { readForm } from '../../ui/form';
import { here } from '../../ui/layout';
import { behindLink, listPath, tokenOf } from './frame';

/** As many as the largest quota: the whole list of one officer. */
const MOST = 500;

export const callsOf = async (world: World, nominationId: string): Promise<Delivery[]> =>
  (await listCalls(world, { owner: nominationId, limit: MOST })).items;

interface CallsProps {
  c: Page;
  calls: readonly Delivery[];
  event: Event;
}

/** "Cần báo": people without an address, whom this officer tells, with the words to read or paste. */
export const CallsToMake: FC<CallsProps> = ({ c, calls, event }) => {
  const language = c.get('language');
  const now = c.get('world').now();
  if (calls.length === 0) return null;
  return (
    <section>
      <h2 id="can-bao">{copy(language).nominations.calls(calls.length)}</h2>
      <CallLines
        lines={calls}
        action={here(c, routes.nominationCall(tokenOf(c)))}
        language={language}
        urgent={(line) => (isUrgent(line, event, now) ? soonWords(event, now, language) : undefined)}
      />
    </section>
  );
};

/** Ticks a line of the officer's own call list. */
export const callTicked = behindLink(async (c, { nomination: { id } }) => {
  const { fields } = await readForm<'id' | 'outcome'>(c);
  const outcome = parse(z.enum(OUTCOMES), fields.outcome);
  await tick(as(c.get('world'), id), fields.id ?? '', outcome, (call) => call.owner === id);
  return c.redirect(listPath(c, { [NOMINATED.told]: '1' }), 303);
});
