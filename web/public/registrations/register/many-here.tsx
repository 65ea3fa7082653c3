import type { Event } from '../../../../functions/events/event/event';
import type { Problem } from '../../../../functions/platform/problem/problem';
import { copy } from '../../../copy/copy';
import type { Page } from '../../../env';
import { routes } from '../../../routes';
import { Button, CarriedFields, type Posted } from '../../../ui/form';
import { FORM_ID } from '../../../ui/form/display';
import { Island } from '../../../ui/island';
import { here } from '../../../ui/layout';
import { AboutEvent, CallContact } from './about-event';

/** What this page adds itself. */
const OWN = ['work', 'unconfirmed'];

/**
 * Many registered from the reader's network today. A browser with JavaScript works for some seconds and sends the form
 * by itself; without, the organizer is asked.
 */
export const manyHere = (
  c: Page,
  event: Event,
  { posted, detail }: { posted: Posted; detail: Problem['detail'] },
): Response | Promise<Response> => {
  const t = copy(c.get('language')).registrations;
  const action = here(c, routes.register(event.id));
  c.status(429);
  return c.html(
    <AboutEvent c={c} event={event} title={t.manyTitle} form={posted}>
      <div class="form">
        <h1>{t.manyTitle}</h1>
        <p>{t.manyNote}</p>
        <form method="post" action={action} data-puzzle={detail.puzzle} data-bits={detail.bits}>
          <CarriedFields posted={posted} but={OWN} />
          <input type="hidden" name="work" />
          <p role="status" hidden>
            {t.manyWorking}
          </p>
        </form>
        <form id={FORM_ID} method="post" action={action}>
          <CarriedFields posted={posted} but={OWN} />
          <input type="hidden" name="unconfirmed" value="yes" />
          <p>{t.manyOtherwise}</p>
          <p class="actions">
            <Button kind="plain">{t.manyAsk}</Button>
          </p>
        </form>
        <CallContact c={c} event={event} />
      </div>
      <Island name="work" />
    </AboutEvent>,
  );
};
