import type { FC } from 'hono/jsx';
import { copy } from '../../copy/copy';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { keepNever } from '../../ui/cache';
import { here } from '../../ui/layout';
import { endNonce } from './own/kept-nonce';
import { endProof, keepsProof } from './own/proof';

/** Many people share a machine: the one who is done takes the registration off it. */
export const EndHere: FC<{ c: Page; eventId: string }> = ({ c, eventId }) => {
  const t = copy(c.get('language')).registrations;
  if (!keepsProof(c)) return null;
  return (
    <form method="post" action={here(c, routes.endReview())} class="form no-print">
      <p>{t.endHereWhy}</p>
      <input type="hidden" name={QUERY.event} value={eventId} />
      <button type="submit" class="btn plain">
        {t.endHere}
      </button>
    </form>
  );
};

/** Ends what this browser shows of a registration; the registration itself stays. */
export const endHere = async (c: Page): Promise<Response> => {
  keepNever(c);
  const { [QUERY.event]: eventId } = await c.req.parseBody();
  endProof(c);
  if (typeof eventId === 'string' && /^evt_\w+$/.test(eventId)) endNonce(c, eventId);
  return c.redirect(withQuery(here(c, routes.review()), { [QUERY.done]: DONE.ended }), 303);
};
