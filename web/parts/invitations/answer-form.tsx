import type { FC } from 'hono/jsx';
import type { Invitation } from '../../../functions/events/invitations/invitation';
import { copy } from '../../copy/copy';
import { type Fields, type FormState, fillForm, type Values, valueAt, versionIn } from '../../ui/form';
import { AnswerQuestions, answerFields, answerTyped, readAnswer as read } from './answer';

// Until the console's pages use `defineForm`.
export { answerValues } from './answer';

export const readAnswer = (fields: Fields, typed: Values) => {
  const posted = { fields, typed };
  return { version: versionIn(fields), values: answerTyped(posted), answer: () => read(posted) };
};

export const answerStands = ({ answer }: Invitation): boolean =>
  answer !== undefined && answer.answer !== 'saved';

interface AnswerFieldsProps {
  form: FormState;
  seats: number;
  rows?: number;
  stands: boolean;
  byStaff?: boolean;
}

export const AnswerFields: FC<AnswerFieldsProps> = ({ form, seats, rows, stands, byStaff }) => {
  const values = { ...form.values, them: rows ? String(rows) : undefined };
  const invitation = { seatsOffered: seats, ...(stands && { answer: { answer: 'accepted' } }) } as Invitation;
  return (
    <>
      <input type="hidden" name="version" value={valueAt(form, 'version')} />
      <AnswerQuestions
        form={fillForm({ ...form, values }, answerFields(copy(form.language)))}
        invitation={invitation}
        byStaff={byStaff}
      />
    </>
  );
};
