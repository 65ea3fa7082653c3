import type { Child, FC } from 'hono/jsx';
import type { Unit } from '../../../../functions/directory/units/unit';
import { inSentence } from '../../../../functions/directory/units/words';
import type { NomineeInput } from '../../../../functions/events/nominations/nominees/nominee';
import type { PastedAnswers, PastedList } from '../../../../functions/events/nominations/pasting/read-pasted';
import type { ReadRow } from '../../../../functions/events/rosters/outcome';
import { showPhone } from '../../../../functions/platform/text/phone';
import { copy } from '../../../copy/copy';
import type { Page } from '../../../env';
import { BY } from '../../../query';
import { staffOn } from '../../../ui/form/account';
import { FORM_ID } from '../../../ui/form/display';
import { Vi, viOn } from '../../../vietnamese';
import { inOneLine, personDetails } from '../../registrations/person';
import { CarriedChoices } from '../../rosters/choices';
import { Carried, type CarriedList } from '../../rosters/list-form';
import { asWritten, type ShownRow } from '../../rosters/rows-table';
import { unitName } from '../../units/levels';
import type { Desk } from '../desk';
import { KEEP_RESERVE } from './reserve-offer';

/** A list that was sent, and what was said of it. */
export interface Pasted {
  c: Page;
  desk: Desk;
  units: readonly Unit[];
  read: PastedList;
  choices: PastedAnswers;
}

/** All that was understood of a row, so that people can mend it before it is sent. */
const Understood: FC<Pick<Pasted, 'c' | 'desk' | 'units'> & { nominee: NomineeInput }> = ({
  c,
  desk,
  units,
  nominee,
}) => {
  const language = c.get('language');
  const t = copy(language);
  const { position, ...details } = personDetails(nominee, t);
  const from = nominee.unitId ? unitName(units, nominee.unitId) : desk.nomination.name;
  const online = { label: t.person.how, value: nominee.online && t.person.online };
  return (
    <>
      <strong lang={viOn(language)}>{nominee.fullName}</strong>
      <br />
      <span class="nowrap">{showPhone(nominee.phone)}</span>
      <br />
      <Vi language={language}>
        {[position.value, position.value ? inSentence(from) : from].filter(Boolean).join(', ')}
      </Vi>
      <br />
      <span class="soft">{inOneLine([...Object.values(details), online])}</span>
    </>
  );
};

export type Said = Pick<ShownRow, 'outcome' | 'words'>;

export const shownRows = <R extends Pick<ReadRow<NomineeInput>, 'row' | 'person' | 'cells'>>(
  pasted: Pick<Pasted, 'c' | 'desk' | 'units'>,
  rows: readonly R[],
  said: (row: R) => Said,
): ShownRow[] =>
  rows.map((row) => ({
    row: row.row,
    person: row.person ? <Understood {...pasted} nominee={row.person} /> : asWritten(row.cells ?? []),
    ...said(row),
  }));

interface PasteFormProps {
  c: Page;
  desk: Desk;
  of: CarriedList;
  choices: PastedAnswers;
  class?: string;
  children?: Child;
}

/** Sends the list on, with what was said of it. */
export const PasteForm: FC<PasteFormProps> = ({ c, desk, of, choices, class: style, children }) => (
  <form id={FORM_ID} method="post" action={desk.paths.paste} enctype="multipart/form-data" class={style}>
    {staffOn(c) && <input type="hidden" name={BY} value={staffOn(c)} />}
    <Carried of={of} more={{ basis: choices.basis, ...(choices.keepsReserve && { [KEEP_RESERVE]: 'on' }) }} />
    <CarriedChoices choices={choices} />
    {children}
  </form>
);
