import type { FC } from 'hono/jsx';
import type { Asked } from '../../../functions/events/registrations/change/present';
import { markedPresent } from '../../../functions/events/registrations/change/present';
import type { Registration } from '../../../functions/events/registrations/registration';
import { isPresent } from '../../../functions/seats/ledger/entry';
import { type FieldSpec, type Fields, type FormState, messageOf } from '../../ui/form';

const FIELD = 'evenIfPresent';
type Shown = Pick<Registration, 'fullName' | 'came'>;

/** Declared by each form that asks. */
export const presentField = { [FIELD]: { as: 'custom' } } satisfies Record<string, FieldSpec>;

/** Whether the form asks if it is meant although the person was seen at the event. */
export const asksPresent = ({ errors, values }: FormState, of?: Shown): boolean =>
  errors.some((e) => e.code === 'marked-present') ||
  values[FIELD] !== undefined ||
  (of !== undefined && isPresent(of));

/** The question; sending the form on which it stands is the yes. */
export const PresentQuestion: FC<{ form: FormState; of?: Shown }> = ({ form, of }) => {
  if (!asksPresent(form, of)) return null;
  const said = form.errors.some((e) => e.code === 'marked-present');
  const { code, detail } = markedPresent(of ?? { fullName: '' });
  return (
    <>
      {!said && of && <p class="notice">{messageOf(form.language, { code, detail })}</p>}
      <input type="hidden" name={FIELD} value="on" />
    </>
  );
};

/** The answer that a form brings. */
export const presentIn = (fields: Fields<typeof FIELD>): Asked => ({ evenIfPresent: fields[FIELD] === 'on' });
