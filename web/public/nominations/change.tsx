import type { FC } from 'hono/jsx';
import type { NominationView } from '../../../functions/events/nominations/read';
import type { Nominee } from '../../../functions/events/registrations/nominees';
import { copy } from '../../copy/copy';
import type { Page } from '../../env';
import { AttendanceField, BasisField, OtherPersonFields } from '../../parts/nominations/nominee-fields';
import type { Places } from '../../parts/registrations/person-fields';
import { routes } from '../../routes';
import { Button, ErrorSummary, Field, type FormState } from '../../ui/form';
import { here } from '../../ui/layout';
import { LinkPage, tokenOf } from './frame';
import { PlaceField } from './view';

interface ChangeProps {
  c: Page;
  view: NominationView;
  person: Nominee;
  form: FormState;
}

/** Thay người, in one step. */
export const ReplacePage: FC<ChangeProps & { places: Places }> = ({ c, view, person, places, form }) => {
  const t = copy(c.get('language')).nominations;
  const title = t.replaceTitle(person.fullName);
  return (
    <LinkPage c={c} view={view} title={title}>
      <div class="form">
        <ErrorSummary form={form} />
        <h1>{title}</h1>
        <p class="notice">{t.replaceLead(person.fullName)}</p>
        <form method="post" action={here(c, routes.nominationReplace(tokenOf(c), person.id))} novalidate>
          <OtherPersonFields form={form}>
            <PlaceField form={form} view={view} places={places} />
          </OtherPersonFields>
          <AttendanceField form={form} mode={view.event.mode} />
          <BasisField c={c} form={form} />
          <Button>{t.replaceSubmit}</Button>
        </form>
      </div>
    </LinkPage>
  );
};

/** Takes somebody off the list, with the reason that they are told. */
export const TakeOffPage: FC<ChangeProps> = ({ c, view, person, form }) => {
  const t = copy(c.get('language')).nominations;
  const title = t.takeOffTitle(person.fullName);
  return (
    <LinkPage c={c} view={view} title={title}>
      <div class="form">
        <ErrorSummary form={form} />
        <h1>{title}</h1>
        <p>{t.takeOffLead(person.fullName)}</p>
        <form method="post" action={here(c, routes.nominationWithdraw(tokenOf(c), person.id))} novalidate>
          <Field form={form} name="reason" label={t.reason} maxlength={300} />
          <p class="actions">
            <Button kind="warn">{t.takeOffYes}</Button>
            <a class="btn plain" href={here(c, routes.nomination(tokenOf(c)))}>
              {t.keep}
            </a>
          </p>
        </form>
      </div>
    </LinkPage>
  );
};
