import type { Child, FC } from 'hono/jsx';
import type { ChosenSheet } from '../../../functions/events/rosters/reading/choose-sheet';
import type { ListColumn } from '../../../functions/events/rosters/reading/headings/columns';
import type { ReadAs } from '../../../functions/events/rosters/reading/headings/read-as';
import { copy, type Language } from '../../copy/copy';
import { freshForm, type Option, Radios, Select } from '../../ui/form';
import { fieldId } from '../../ui/form/state';
import { FIELD, FONT, READ_AS } from './choices';

interface ListProps {
  list: ChosenSheet;
  language: Language;
}

interface ReadAsProps extends ListProps {
  /** What this kind of list has no use for. */
  without?: readonly ReadAs[];
}

/** A column is shown where something stands in it, and where it can be read at all. */
const shownColumns = ({ reading }: ChosenSheet): ListColumn[] =>
  reading.columns.filter(
    ({ at, heading, hidden }) => (heading || reading.samples[at]?.length) && (!hidden || reading.withHidden),
  );

/** What each column was read as, with a choice; what is not used says so. */
export const ReadAsFields: FC<ReadAsProps> = ({ list, language, without = [] }) => {
  const t = copy(language).lists;
  const options: Option[] = READ_AS.filter((readAs) => !without.includes(readAs)).map((value) => ({
    value,
    label: t.columns[value],
  }));
  return (
    <>
      <input type="hidden" name={FIELD.columnsOf} value={list.reading.sheet} />
      <div class="read-as">
        {shownColumns(list).map(({ at, heading, readAs }) => {
          const name = FIELD.column + at;
          return (
            <div>
              <label for={fieldId(name)}>
                <strong>{heading || t.nth(at + 1)}</strong>
                <span class="hidden-label">. {t.readAs}</span>
                <br />
                <span class="soft small">{list.reading.samples[at]?.join('; ')}</span>
              </label>
              <select id={fieldId(name)} name={name} class={readAs ? undefined : 'soft'}>
                <option value="" selected={!readAs}>
                  {t.notUsed}
                </option>
                {options.map(({ value, label }) => (
                  <option value={value} selected={value === readAs}>
                    {label}
                  </option>
                ))}
              </select>
            </div>
          );
        })}
      </div>
    </>
  );
};

/** Which sheet is read, whether what is hidden in the file is read, and what is done with an old font. */
export const SheetFields: FC<ListProps> = ({ list: { sheets, reading }, language }) => {
  const t = copy(language).lists;
  const { rows, columns } = reading.hidden;
  const fields: Child[] = [];
  const options = sheetOptions(sheets, reading.sheet, language);
  if (options.length > 1)
    fields.push(
      <Select
        form={freshForm(language, { [FIELD.sheet]: reading.sheet })}
        name={FIELD.sheet}
        label={t.sheetField}
        options={options}
      />,
    );
  if (rows || columns)
    fields.push(
      <div class="check">
        <input
          type="checkbox"
          id={fieldId(FIELD.hidden)}
          name={FIELD.hidden}
          value="on"
          checked={reading.withHidden}
        />
        <label for={fieldId(FIELD.hidden)}>{t.readHidden(rows, columns)}</label>
      </div>,
    );
  if (reading.oldFont) {
    const { font, samples, kept } = reading.oldFont;
    fields.push(
      <Radios
        form={freshForm(language, { [FIELD.oldFont]: kept ? FONT.keep : FONT.convert })}
        name={FIELD.oldFont}
        label={t.oldFont(FONT_NAME[font])}
        hint={samples.map(([was, meant]) => t.oldFontSample(was, meant)).join('; ')}
        options={[
          { value: FONT.convert, label: t.oldFontConvert },
          { value: FONT.keep, label: t.oldFontKeep },
        ]}
      />,
    );
  }
  return <div class="form">{fields}</div>;
};

const FONT_NAME = { vni: 'VNI', tcvn3: '.Vn (TCVN3)' };

/** The sheets that hold people, and the one that is read; a hidden one says so. */
export const sheetOptions = (
  sheets: ChosenSheet['sheets'],
  read: string | undefined,
  language: Language,
): Option[] => {
  const t = copy(language).lists;
  return sheets
    .filter(({ name, people }) => people > 0 || name === read)
    .map(({ name, hidden, people }) => ({
      value: name,
      label: t.sheetPeople(hidden ? t.hiddenSheet(name) : name, people),
    }));
};
