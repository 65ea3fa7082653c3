import type { Child, FC } from 'hono/jsx';
import { sheetsOf } from '../../../functions/events/rosters/open-list';
import { Problem } from '../../../functions/platform/problem/problem';
import { copy, type Language } from '../../copy/copy';
import { BUTTON, STEP } from '../../query';
import { Button, freshForm, Radios } from '../../ui/form';
import { FIELD } from './choices';
import { bookOf, Carried, type PostedList } from './list-form';
import { sheetOptions } from './read-as';

/** Whether a list was not read because several sheets hold people. */
export const asksSheet = (error: unknown): boolean =>
  error instanceof Problem && error.fields.some(({ code }) => code === 'sheets-several');

interface ChooseSheetProps {
  language: Language;
  posted: PostedList;
  action: string;
  /** What the form said beside the list. */
  more: Readonly<Record<string, string | undefined>>;
}

/** One sheet is read at a time; the file travels in the form, since a browser does not send it twice. */
export const ChooseSheet: FC<ChooseSheetProps> = ({ language, posted, action, more }): Child => {
  const t = copy(language).lists;
  const sheets = sheetsOf(posted.source);
  return (
    <form method="post" action={action} enctype="multipart/form-data">
      {posted.bytes && <Carried of={bookOf(posted.bytes)} more={more} />}
      <p>{t.sheetLead}</p>
      <Radios
        form={freshForm(language)}
        name={FIELD.sheet}
        label={t.sheetField}
        options={sheetOptions(sheets, undefined, language)}
      />
      <Button name={BUTTON.step} value={STEP.preview}>
        {t.sheetChoose}
      </Button>
    </form>
  );
};
