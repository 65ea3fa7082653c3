import type { FC } from 'hono/jsx';
import type { NominationView } from '../../../functions/events/nominations/read';
import type { Delivery } from '../../../functions/outbox/deliveries/delivery';
import { showCode } from '../../../functions/platform/keys/ids';
import { dialPhone, showPhone } from '../../../functions/platform/text/phone';
import { iso } from '../../../functions/platform/time/dates';
import { span } from '../../../functions/platform/time/format-date';
import { copy, type Language } from '../../copy/copy';
import type { Page } from '../../env';
import { deadlineWords, placeWords, titleIn } from '../../parts/events/event-words';
import {
  AnotherField,
  AttendanceField,
  BasisField,
  OtherPersonFields,
} from '../../parts/nominations/nominee-fields';
import { communesBelow } from '../../parts/nominations/read-nominee';
import type { Places } from '../../parts/registrations/person-fields';
import { routes } from '../../routes';
import { Button, ErrorSummary, type FormState, Select } from '../../ui/form';
import { here } from '../../ui/layout';
import { CallsToMake } from './calls';
import { LinkPage, tokenOf } from './frame';
import { PeopleNamed } from './people';

/** A bar beside the words that say the same: decoration, hidden from screen readers. */
const Bar: FC<{ used: number; quota: number }> = ({ used, quota }) => (
  <svg
    width="100%"
    height="14"
    viewBox="0 0 100 10"
    preserveAspectRatio="none"
    aria-hidden="true"
    focusable="false"
  >
    <rect width="100" height="10" rx="1" fill="currentColor" opacity="0.16" />
    <rect width={quota > 0 ? Math.min(100, (100 * used) / quota) : 0} height="10" rx="1" fill="#12806a" />
  </svg>
);

/** Why nobody can be named now, or nothing. */
const standstill = ({ event, may }: NominationView, now: number, language: Language) => {
  const t = copy(language).nominations;
  if (event.status === 'cancelled') return [t.cancelled, t.cancelledThen] as const;
  if (event.status === 'postponed') return [t.postponed, t.postponedThen] as const;
  if (event.status === 'draft') return [t.draft, t.draftThen] as const;
  if (event.startsAt <= iso(now)) return [t.begun, t.begunThen] as const;
  if (!may.name) return [t.closed, t.closedThen] as const;
  return undefined;
};

const Facts: FC<{ c: Page; view: NominationView }> = ({ c, view: { event, nomination } }) => {
  const language = c.get('language');
  const { nominations: t, events } = copy(language);
  return (
    <dl class="summary">
      <div>
        <dt>{t.when}</dt>
        <dd>{event.undated ? events.postponedThen : span(event.startsAt, event.endsAt, language)}</dd>
      </div>
      <div>
        <dt>{t.where}</dt>
        <dd>{placeWords(event, language)}</dd>
      </div>
      {event.audience && (
        <div>
          <dt>{t.audience}</dt>
          <dd lang={language === 'en' ? 'vi' : undefined}>{event.audience}</dd>
        </div>
      )}
      <div>
        <dt>{t.until}</dt>
        <dd>
          <strong>{event.undated ? t.untilLater : deadlineWords(nomination.deadline, language)}</strong>
        </dd>
      </div>
      <div>
        <dt>{t.ask}</dt>
        <dd>
          {event.contactName}:{' '}
          <a class="tap" href={`tel:${dialPhone(event.contactPhone)}`}>
            <span class="nowrap">{showPhone(event.contactPhone)}</span>
          </a>
        </dd>
      </div>
    </dl>
  );
};

/** What was just done, told by the ids in the URL that belong to this list. */
const Done: FC<{ c: Page; view: NominationView }> = ({ c, view }) => {
  const t = copy(c.get('language')).nominations;
  const who = (name: string) => view.people.find((r) => r.id === c.req.query(name));
  const named = who('moi');
  const substitute = who('thay');
  const off = who('bo');
  const words = named
    ? t.named(named.fullName, showCode(named.code))
    : substitute
      ? t.replaced(substitute.fullName, showCode(substitute.code))
      : off
        ? t.takenOff(off.fullName)
        : c.req.query('bao')
          ? t.ticked
          : undefined;
  return words ? (
    <p class="notice" role="status">
      {words}
    </p>
  ) : null;
};

interface NominationPageProps {
  c: Page;
  view: NominationView;
  places: Places;
  calls: readonly Delivery[];
  form: FormState;
}

/** The commune below the nominating unit; nothing to ask where there is none. */
export const PlaceField: FC<Pick<NominationPageProps, 'view' | 'places' | 'form'>> = ({
  view: { nomination },
  places,
  form,
}) => {
  const { nominations: t, shared } = copy(form.language);
  const communes = communesBelow(places.units, nomination);
  if (communes.length === 0) return null;
  return (
    <Select
      form={form}
      name="communeId"
      label={t.commune}
      hint={t.communeHint(nomination.name)}
      optional
      empty={shared.choose}
      options={communes.map((u) => ({ value: u.id, label: u.name }))}
    />
  );
};

/** The link's first page: the event, the quota, whom to tell, whom they named, and a form for one more. */
export const NominationPage: FC<NominationPageProps> = ({ c, view, places, calls, form }) => {
  const language = c.get('language');
  const t = copy(language).nominations;
  const token = tokenOf(c);
  const { event, nomination, quota, used, left } = view;
  const about = titleIn(event, language);
  const still = standstill(view, c.get('world').now(), language);
  const takes = !still && left > 0;
  return (
    <LinkPage c={c} view={view} title={t.title} first>
      <div class="form">
        <ErrorSummary form={form} />
        <Done c={c} view={view} />
        <p class="soft">{t.asked(nomination.name)}</p>
        <h1 lang={about.lang}>{about.title}</h1>
        {still && (
          <div class="notice lotus">
            <p>
              <strong>{still[0]}.</strong> {still[1]}
            </p>
          </div>
        )}
        <Facts c={c} view={view} />
        <h2>{t.quota}</h2>
        <Bar used={used} quota={quota} />
        <p>
          <strong>{still ? t.usedOver(used) : t.used(used, quota, left)}</strong>{' '}
          {!still && left === 0 && t.fullThen}
        </p>
        {takes && (
          <p class="actions no-print">
            <a class="btn" href="#cu-mot-nguoi">
              {t.nameOne}
            </a>
            <a class="btn plain" href={here(c, routes.nominationPaste(token))}>
              {t.paste}
            </a>
          </p>
        )}
        <PeopleNamed c={c} view={view} />
        <CallsToMake c={c} calls={calls} />
        {takes && (
          <section>
            <h2 id="cu-mot-nguoi">{t.nameOne}</h2>
            <form method="post" action={here(c, routes.nomination(token))} novalidate>
              <OtherPersonFields form={form}>
                <PlaceField form={form} view={view} places={places} />
              </OtherPersonFields>
              <AttendanceField form={form} mode={event.mode} />
              <BasisField c={c} form={form} />
              <AnotherField form={form} />
              <Button>{t.submit}</Button>
            </form>
          </section>
        )}
        <p class="soft small">{t.private}</p>
      </div>
    </LinkPage>
  );
};
