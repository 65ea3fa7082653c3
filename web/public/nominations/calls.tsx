import type { FC } from 'hono/jsx';
import { listCalls } from '../../../functions/outbox/calls/calls';
import type { Delivery } from '../../../functions/outbox/deliveries/delivery';
import type { World } from '../../../functions/platform/world/world';
import { copy } from '../../copy/copy';
import type { Page } from '../../env';
import { CallLines } from '../../parts/notices/call-lines';
import { routes } from '../../routes';
import { here } from '../../ui/layout';
import { tokenOf } from './frame';

/** As many as the largest quota: the whole list of one officer. */
const MOST = 500;

export const callsOf = async (world: World, nominationId: string): Promise<Delivery[]> =>
  (await listCalls(world, { owner: nominationId, limit: MOST })).items;

/** "Cần báo": the people without an address whom this officer tells, with the words to read or paste. */
export const CallsToMake: FC<{ c: Page; calls: readonly Delivery[] }> = ({ c, calls }) => {
  const language = c.get('language');
  if (calls.length === 0) return null;
  return (
    <section>
      <h2 id="can-bao">{copy(language).nominations.calls(calls.length)}</h2>
      <CallLines lines={calls} action={here(c, routes.nominationCall(tokenOf(c)))} language={language} />
    </section>
  );
};
