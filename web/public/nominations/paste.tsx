import { listUnits } from '../../../functions/directory/units/list';
import { NomineeInput } from '../../../functions/events/nominations/nominee';
import { checkPasted } from '../../../functions/events/nominations/pasting/check-pasted';
import { nominateRows } from '../../../functions/events/nominations/pasting/nominate-rows';
import { readPasted } from '../../../functions/events/nominations/pasting/read-pasted';
import type { NominationView } from '../../../functions/events/nominations/read';
import { PORTION_MS } from '../../../functions/events/rosters/portion';
import { type FieldError, invalid, Problem } from '../../../functions/platform/problem/problem';
import { as } from '../../../functions/platform/world/world';
import { copy } from '../../copy/copy';
import type { Page } from '../../env';
import { basisField, basisOptions } from '../../parts/nominations/nominee';
import { answeredRows } from '../../parts/rosters/asked-rows';
import { isEmptyList, listFields, readPostedList } from '../../parts/rosters/list-form';
import { BUTTON, STEP } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, type Fields } from '../../ui/form';
import { here } from '../../ui/layout';
import { behindLink, LinkPage, tokenOf } from './frame';
import { PastedPreview, PastedResult } from './pasted';

const pasteForm = defineForm({
  fields: (t) => {
    const { list, pasteColumns: hint, file, basisMany } = t.nominations;
    return { ...listFields({ list, hint, file, rows: 10 }), basis: { ...basisField(t), label: basisMany } };
  },
  page: (c, form, view: NominationView) => {
    const t = copy(c.get('language')).nominations;
    return (
      <LinkPage c={c} view={view} title={t.pasteTitle} form={form}>
        <div class="form">
          <form.Errors />
          <h1>{t.pasteTitle}</h1>
          <p>{t.pasteLead}</p>
          <form.Post action={here(c, routes.nominationPaste(tokenOf(c)))} files>
            <form.Field name="list" />
            <form.Field name="file" />
            <form.Field name="basis" options={basisOptions(c)} />
            <Button name={BUTTON.step} value={STEP.preview}>
              {t.preview}
            </Button>
          </form.Post>
        </div>
      </LinkPage>
    );
  },
});

/** What the form says: a list and the ground on which its people are named. */
const readListForm = async (c: Page, fields: Fields<'list' | 'basis'>) => {
  const source = await readPostedList(c, fields);
  const basis = NomineeInput.shape.basis.safeParse(fields.basis);
  const errors: FieldError[] = [
    ...(isEmptyList(source) ? [{ path: 'list', code: 'list-empty' }] : []),
    ...(basis.success ? [] : [{ path: 'basis', code: 'basis-required' }]),
  ];
  if (!basis.success || errors.length) throw new Problem('invalid', 'invalid', {}, errors);
  return { source, basis: basis.data };
};

const atList = (error: unknown): never => {
  if (error instanceof Problem && error.kind === 'too-large') throw invalid('list', error.code, error.detail);
  throw error;
};

/** A list from Excel: paste, preview, mend, confirm. The list travels in the form until it is confirmed. */
export const pastePage = {
  get: behindLink((c, view) => pasteForm.show(c, view)),
  post: behindLink((c, view) => {
    const world = c.get('world');
    const { nomination, event } = view;
    const until = world.now() + PORTION_MS;
    return pasteForm.handle(
      c,
      async (posted) => {
        if (posted.step === STEP.edit) return pasteForm.showAgain(c, posted, view);
        // Asked before a file is read: the link is open to everybody who has it.
        if (!view.may.name) throw new Problem('conflict', 'nomination-closed');
        const { source, basis } = await readListForm(c, posted.fields);
        const units = await listUnits(world);
        const another = answeredRows(posted.typed);
        const read = await readPasted(world, nomination, source, { basis, another }).catch(atList);
        const { people: rows } = read;
        const carried = { c, view, units, list: read.text, read, basis, another };
        if (posted.step !== STEP.nominate)
          return c.html(
            <PastedPreview {...carried} rows={await checkPasted(world, nomination, event, rows)} />,
          );
        const results = await nominateRows(as(world, nomination.id), nomination, rows, until);
        return c.html(<PastedResult {...carried} results={results} />);
      },
      view,
    );
  }),
};
