import type { FC } from 'hono/jsx';
import type { Event } from '../../../../functions/events/event/event';
import { placeOf } from '../../../../functions/events/event/place';
import { isNamed } from '../../../../functions/events/registrations/nominees';
import { meetsOnline } from '../../../../functions/events/registrations/online-link';
import type { Nominee } from '../../../../functions/events/registrations/registration';
import { showCode } from '../../../../functions/platform/keys/ids';
import { showPhone } from '../../../../functions/platform/text/phone';
import { capitalised } from '../../../../functions/platform/text/text';
import { span } from '../../../../functions/platform/time/format-date';
import { copy } from '../../../copy/copy';
import type { Page } from '../../../env';
import { Island } from '../../../ui/island';
import { Qr } from '../../../ui/qr';
import { Vi, viOn } from '../../../vietnamese';
import { titleIn } from '../../events/event-words';
import { Issuer } from '../../registrations/issuer';
import { OwnLink } from '../../registrations/own-link';
import { type Behind, type Desk, personOf } from '../desk';

/** One person's slip: name, event, time, place, the code in groups and as a QR, the person to call. */
const Slip: FC<{ c: Page; event: Event; r: Nominee }> = ({ c, event, r }) => {
  const language = c.get('language');
  const { nominations: t, events } = copy(language);
  const code = showCode(r.code);
  const online = meetsOnline(r, event);
  const about = titleIn(event, language);
  return (
    <section class="ticket" aria-label={`${t.slipTitle}: ${r.fullName}`}>
      <Issuer c={c} />
      <header>
        <p>{t.slipTitle}</p>
        <p lang={viOn(language)}>
          <strong>{r.fullName}</strong>
          <br />
          {[r.position, r.bodyName ?? r.unitName].filter(Boolean).join(' · ')}
        </p>
      </header>
      <div class="inside">
        <div>
          <strong lang={about.lang}>{about.title}</strong>
          <br />
          {event.undated ? events.postponedThen : capitalised(span(event.startsAt, event.endsAt, language))}
          <br />
          {online ? events.onlineOnly : <Vi language={language}>{placeOf(event)}</Vi>}
          <p>
            <span class="soft small">{t.code}</span>
            <br />
            <span class="code">{code}</span>
          </p>
          <p class="small">
            {online ? t.slipOnline : t.slipKeep}
            {event.bring && (!online || event.mode === 'online') && (
              <>
                <br />
                {events.bring}: <Vi language={language}>{event.bring}</Vi>
              </>
            )}
            <br />
            {t.ask}: <Vi language={language}>{event.contactName}</Vi>,{' '}
            <span class="nowrap">{showPhone(event.contactPhone)}</span>
          </p>
        </div>
        <Qr text={r.code} label={t.qr(code)} />
      </div>
    </section>
  );
};

/** The slips to print, one under another. */
const show = (c: Page, desk: Desk, people: readonly Nominee[]) => {
  const t = copy(c.get('language')).nominations;
  const only = people.length === 1 ? people[0] : undefined;
  const title = only ? `${t.slipTitle}: ${only.fullName}` : t.slipsTitle(people.length);
  return c.html(
    <desk.Frame
      c={c}
      desk={desk}
      title={title}
      heading={
        only && (
          <>
            {t.slipTitle}: <Vi language={c.get('language')}>{only.fullName}</Vi>
          </>
        )
      }
      toPrint
    >
      <p class="no-print">
        <button type="button" class="btn" data-print hidden>
          {t.print}
        </button>
      </p>
      {people.map((r) => (
        <Slip c={c} event={desk.event} r={r} />
      ))}
      {only && <OwnLink c={c} registration={only} forOther />}
      <Island name="print" />
    </desk.Frame>,
  );
};

/** The slips of all people who come. */
export const slipsPage = (behind: Behind) => behind((c, desk) => show(c, desk, desk.people.filter(isNamed)));

/** One person's slip. */
export const slipPage = (behind: Behind) => behind((c, desk) => show(c, desk, [personOf(c, desk)]));
