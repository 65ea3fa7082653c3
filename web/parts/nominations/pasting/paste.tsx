import { listUnits } from '../../../../functions/directory/units/list';
import { NomineeInput } from '../../../../functions/events/nominations/nominees/nominee';
import { checkPasted } from '../../../../functions/events/nominations/pasting/check-pasted';
import { nominateRows } from '../../../../functions/events/nominations/pasting/nominate-rows';
import {
  lookAtPasted,
  type PastedAnswers,
  readPasted,
} from '../../../../functions/events/nominations/pasting/read-pasted';
import { unreadableBy } from '../../../../functions/events/rosters/open-list';
import { ofWholeRow } from '../../../../functions/events/rosters/outcome';
import { PORTION_MS } from '../../../../functions/events/rosters/portion';
import { listTemplate } from '../../../../functions/events/rosters/template';
import { type FieldError, invalid, Problem } from '../../../../functions/platform/problem/problem';
import { copy } from '../../../copy/copy';
import type { Page } from '../../../env';
import { BUTTON, STEP } from '../../../query';
import { sendFile } from '../../../ui/download';
import { Button, defineForm, type Posted, valueAt } from '../../../ui/form';
import { againAnswers, choicesToWrite, chosenTwice } from '../../rosters/again-answers';
import { choicesIn } from '../../rosters/choices';
import { asksSheet, ChooseSheet } from '../../rosters/choose-sheet';
import {
  asText,
  carriedList,
  isEmptyList,
  KeptFile,
  listFields,
  type PostedList,
  readPostedList,
  withFile,
} from '../../rosters/list-form';
import type { Behind, Desk } from '../desk';
import { basisField, basisOptions } from '../nominee';
import { PastedPreview, shownBy } from './pasted';
import { PastedResult } from './pasted-result';
import { KEEP_RESERVE } from './reserve-offer';

const pasteForm = defineForm({
  fields: (t) => {
    const { list, pasteColumns: hint, file, basisMany } = t.nominations;
    return {
      ...listFields({ list, hint, file, rows: 10 }),
      basis: { ...basisField(t), label: basisMany },
      [BUTTON.rows]: { as: 'custom' },
    };
  },
  page: (c, form, desk: Desk) => {
    const t = copy(c.get('language')).nominations;
    return (
      <desk.Frame c={c} desk={desk} title={t.pasteTitle} above={<form.Errors />} form={form} narrow>
        <p>{t.pasteLead}</p>
        <p>
          <a href={desk.paths.template}>{copy(c.get('language')).lists.template}</a>
        </p>
        <form.Post action={desk.paths.paste} files>
          <form.Field name="list" />
          <form.Field name="file" />
          <KeptFile form={form} />
          <form.Field name="basis" options={basisOptions(c)} />
          <Button name={BUTTON.step} value={STEP.preview}>
            {t.preview}
          </Button>
        </form.Post>
      </desk.Frame>
    );
  },
});

type PasteField = 'list' | 'book' | 'basis' | typeof BUTTON.rows;

/** What the form says: a list and the ground on which its people are named. */
const readListForm = (posted: PostedList, sent: Posted<PasteField>): PastedAnswers => {
  const { fields, step } = sent;
  const basis = NomineeInput.shape.basis.safeParse(fields.basis);
  const errors: FieldError[] = [
    ...(isEmptyList(posted) ? [{ path: 'list', code: 'list-empty' }] : []),
    ...(basis.success ? [] : [{ path: 'basis', code: 'basis-required' }]),
  ];
  if (!basis.success || errors.length) throw new Problem('invalid', 'invalid', {}, errors);
  // A preview shows the questions again, with the answers; naming does what was answered.
  const choices = step === STEP.nominate ? choicesToWrite(sent) : choicesIn(sent);
  const keepsReserve = valueAt({ values: sent.typed }, KEEP_RESERVE) === 'on';
  return { ...choices, basis: basis.data, keepsReserve };
};

const atList = (error: unknown): never => {
  if (error instanceof Problem && error.kind === 'too-large') throw invalid('list', error.code, error.detail);
  throw error;
};

/** The page that says what the list would do. */
const preview = async (
  c: Page,
  desk: Desk,
  sent: Posted<PasteField>,
  { posted, errors = [] }: { posted: PostedList; errors?: readonly FieldError[] },
) => {
  const world = c.get('world');
  const { nomination, event } = desk;
  const choices = readListForm(posted, { ...sent, step: STEP.preview });
  const read = await lookAtPasted(world, nomination, posted.source, choices).catch(atList);
  const unreadable = unreadableBy(read);
  const rows = unreadable ? [] : await checkPasted(world, desk.hands.filling, event, read.people);
  return c.html(
    <PastedPreview
      c={c}
      desk={desk}
      units={await listUnits(world)}
      read={read}
      choices={choices}
      answers={againAnswers(sent)}
      carried={carriedList(posted, read)}
      unreadable={unreadable}
      errors={errors}
      rows={rows}
      shown={shownBy(sent.fields[BUTTON.rows])}
    />,
  );
};

/** The page that says what the list did. */
const nominateList = async (c: Page, desk: Desk, sent: Posted<PasteField>, posted: PostedList) => {
  const world = c.get('world');
  const { nomination } = desk;
  const until = world.now() + PORTION_MS;
  const choices = readListForm(posted, sent);
  const read = await readPasted(world, nomination, posted.source, choices).catch(atList);
  const twice = chosenTwice(againAnswers(sent));
  if (twice !== undefined)
    return preview(c, desk, sent, { posted, errors: [ofWholeRow('chosen-twice', { row: twice })] });
  const { keepsReserve } = choices;
  const { world: hands, filling } = desk.hands;
  const results = await nominateRows(hands, filling, read.people, { until, keepsReserve });
  const units = await listUnits(world);
  return c.html(
    <PastedResult c={c} desk={desk} units={units} read={read} choices={choices} results={results} />,
  );
};

/** The list as text, to be mended by hand. */
const edit = async (c: Page, desk: Desk, sent: Posted<PasteField>, posted: PostedList) => {
  const { nomination } = desk;
  const choices = { ...choicesIn(sent), basis: 'paper' as const };
  const { text } = await lookAtPasted(c.get('world'), nomination, posted.source, choices).catch(atList);
  return pasteForm.showAgain(c, { ...sent, typed: asText(sent.typed, text) }, desk);
};

/** A list from Excel: paste, preview, mend, confirm. The list travels in the form until it is confirmed. */
export const pastePage = (behind: Behind) => ({
  get: behind((c, desk) => pasteForm.show(c, desk)),
  post: behind((c, desk) =>
    pasteForm.handle(
      c,
      async (sent) => {
        // Asked before a file is read: the link is open to everybody who has it.
        if (!desk.may.name) throw new Problem('conflict', 'nomination-closed');
        const posted = await readPostedList(c, sent);
        try {
          if (sent.step === STEP.edit) return await edit(c, desk, sent, posted);
          if (sent.step === STEP.nominate) return await nominateList(c, desk, sent, posted);
          return await preview(c, desk, sent, { posted });
        } catch (error) {
          withFile(sent, posted);
          if (!asksSheet(error)) throw error;
          const language = c.get('language');
          const title = copy(language).lists.sheetTitle;
          return c.html(
            <desk.Frame c={c} desk={desk} title={title}>
              <ChooseSheet
                language={language}
                posted={posted}
                action={desk.paths.paste}
                more={{ basis: sent.fields.basis }}
              />
            </desk.Frame>,
          );
        }
      },
      desk,
    ),
  ),
});

/** A list to fill in; where the event is held both ways it has a column for it. */
export const templateFile = (behind: Behind) =>
  behind(async (c, { event }) => sendFile(c, await listTemplate(event.mode)));
