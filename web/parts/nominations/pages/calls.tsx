import type { FC } from 'hono/jsx';
import * as z from 'zod';
import { isUrgent } from '../../../../functions/notices/calls/urgency';
import { listCalls, OUTCOMES, tick } from '../../../../functions/outbox/calls/calls';
import type { Delivery } from '../../../../functions/outbox/deliveries/delivery';
import { parse } from '../../../../functions/platform/input/parse';
import type { World } from '../../../../functions/platform/world/world';
import { copy } from '../../../copy/copy';
import type { Page } from '../../../env';
import { NOMINATED } from '../../../query';
import { readForm } from '../../../ui/form';
import { CallLines } from '../../notices/call-lines';
import { soonWords } from '../../notices/words';
import { type Behind, type Desk, listPath } from '../desk';

/** As many as the largest quota: the whole list of one officer. */
const MOST = 500;

export const callsOf = async (world: World, nominationId: string): Promise<Delivery[]> =>
  (await listCalls(world, { owner: nominationId, limit: MOST })).items;

interface CallsProps {
  c: Page;
  calls: readonly Delivery[];
  desk: Pick<Desk, 'event' | 'paths'>;
}

/** "Cần báo": people without an address, whom this officer tells, with the words to read or paste. */
export const CallsToMake: FC<CallsProps> = ({ c, calls, desk: { event, paths } }) => {
  const language = c.get('language');
  const now = c.get('world').now();
  if (calls.length === 0) return null;
  return (
    <section>
      <h2 id="can-bao">{copy(language).nominations.calls(calls.length)}</h2>
      <CallLines
        lines={calls}
        action={paths.call}
        language={language}
        urgent={(line) => (isUrgent(line, event, now) ? soonWords(event, now, language) : undefined)}
      />
    </section>
  );
};

/** Ticks a line of the quota's own call list. */
export const callTicked = (behind: Behind) =>
  behind(async (c, desk) => {
    const { id } = desk.nomination;
    const { fields } = await readForm<'id' | 'outcome'>(c);
    const outcome = parse(z.enum(OUTCOMES), fields.outcome);
    await tick(desk.hands.world, fields.id ?? '', outcome, (call) => call.owner === id);
    return c.redirect(listPath(desk, { [NOMINATED.told]: '1' }), 303);
  });
