import { parse } from '../../../functions/platform/input/parse';
import { saveChecklist } from '../../../functions/visits/change';
import { RESULT_WORD } from '../../../functions/visits/checklist';
import { ChecklistInput, type Visit } from '../../../functions/visits/visit';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, Field, Radios, versionIn } from '../../ui/form';
import { Island } from '../../ui/island';
import { BelowVisits, idOf, mustWrite, readVisit, toVisit } from './access';
import { KeptHere } from './kept-here';

const resultOf = (id: string) => `ket-qua-${id}`;
const noteOf = (id: string) => `ghi-chu-${id}`;

const options = Object.entries(RESULT_WORD).map(([value, label]) => ({ value, label }));

const checklistForm = defineForm({
  fields: () => ({ version: { as: 'hidden' } }),
  fill: ({ about, version }: Visit) => ({
    version: String(version),
    ...Object.fromEntries(
      about.checklist.flatMap(({ id, result, note }) => [
        [resultOf(id), result],
        [noteOf(id), note],
      ]),
    ),
  }),
  page: (c, form, visit) => (
    <BelowVisits c={c} title={`Danh mục kiểm tra: ${visit.about.unitName}`} back={toVisit(visit)}>
      <form.Errors />
      <KeptHere done={routes.consoleVisit(visit.id)} />
      <form.Post
        class="form"
        action={routes.consoleVisitAct(visit.id, 'danh-muc')}
        hidden={form.errors.length > 0 ? { version: String(visit.version) } : {}}
      >
        {visit.about.checklist.map(({ id, words }) => (
          <>
            <Radios form={form} name={resultOf(id)} label={words} options={options} />
            <Field form={form} name={noteOf(id)} label="Ghi chú" optional />
          </>
        ))}
        <Button>Lưu danh mục</Button>
      </form.Post>
      <Island name="keep" />
    </BelowVisits>
  ),
});

/** What was seen, line by line: for a phone in the village. */
export const checklistPage = {
  get: async (c: Page) => {
    await mustWrite(c);
    return checklistForm.show(c, await readVisit(c));
  },
  post: async (c: Page) => {
    await mustWrite(c);
    return checklistForm.handle(
      c,
      async ({ fields }) => {
        const { about } = await readVisit(c);
        const typed: Readonly<Record<string, string | undefined>> = fields;
        const results = about.checklist.map(({ id }) => ({
          id,
          result: typed[resultOf(id)],
          note: typed[noteOf(id)],
        }));
        const input = parse(ChecklistInput, { version: versionIn(fields), results });
        await saveChecklist(c.get('world'), idOf(c), input);
        return withQuery(routes.consoleVisit(idOf(c)), { [QUERY.done]: DONE.saved });
      },
      () => readVisit(c),
    );
  },
};
