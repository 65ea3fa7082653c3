import type { FC } from 'hono/jsx';
import { PORTION_MS } from '../../../../functions/events/rosters/portion';
import { type Candidate, candidatesOf, seeCandidates } from '../../../../functions/participation/candidates';
import { MediatorsInput, nominateMediators } from '../../../../functions/participation/nominate-mediators';
import { parse } from '../../../../functions/platform/input/parse';
import { Problem } from '../../../../functions/platform/problem/problem';
import { copy } from '../../../copy/copy';
import type { Page } from '../../../env';
import { BUTTON, STEP } from '../../../query';
import { Button, defineForm, type FormState, type Posted } from '../../../ui/form';
import { RowPages } from '../../rosters/row-pages';
import type { Behind, Desk } from '../desk';
import { basisField, basisOptions, nomineeFields } from '../nominee';
import { standstill } from '../standstill';
import { CandidateTable, CHOSEN } from './candidate-table';
import { PickedResult } from './picked-result';

/** Rows on a page. */
const PAGE = 50;
const GROUP = 'nguoi';

/** The boxes that are ticked, on this page and on others. */
const chosenIn = ({ values }: Pick<FormState, 'values'>): string[] =>
  [values[CHOSEN] ?? []].flat().filter(Boolean);

const pickForm = defineForm({
  fields: (t) => ({
    [CHOSEN]: { as: 'custom' },
    online: nomineeFields(t).online,
    basis: { ...basisField(t), label: t.nominations.basisMany },
    reserve: { as: 'tick', label: t.candidates.reserve },
    [BUTTON.rows]: { as: 'custom' },
  }),
  fill: () => ({ online: 'no' }),
  page: async (c, form, desk: Desk) => {
    const world = c.get('world');
    const language = c.get('language');
    const { candidates: t } = copy(language);
    const closed = standstill(desk, world.now(), language);
    const all = closed ? [] : await candidatesOf(world, desk.nomination);
    const { page, shown, from } = pageOf(all, form);
    const seen = await seeCandidates(world, desk, shown);
    const chosen = new Set(chosenIn(form));
    return (
      <desk.Frame c={c} desk={desk} title={t.title} above={<form.Errors />} form={all.length > 0 && form}>
        {closed ? (
          <p class="notice lotus">
            <strong>{closed[0]}.</strong> {closed[1]}
          </p>
        ) : all.length === 0 ? (
          <p class="empty">{t.empty}</p>
        ) : (
          <form.Post action={desk.paths.mediators}>
            <p>
              {t.count(all.length, all.filter(({ last }) => !last).length)} {t.lead}{' '}
              <strong>{t.left(desk.left)}</strong>
            </p>
            <input type="hidden" name={BUTTON.rows} value={`${GROUP}.${page}`} />
            <Carried of={all.slice(0, from)} chosen={chosen} />
            <CandidateTable c={c} desk={desk} candidates={seen} chosen={chosen} form={form} />
            <Carried of={all.slice(from + shown.length)} chosen={chosen} />
            {chosen.size > 0 && all.length > PAGE && <Elsewhere c={c} shown={shown} chosen={chosen} />}
            <RowPages
              language={language}
              group={GROUP}
              of={all.length}
              shown={shown.length}
              page={page}
              size={PAGE}
            />
            {desk.event.mode === 'both' && <form.Field name="online" />}
            <form.Field name="basis" options={basisOptions(c)} />
            <form.Field name="reserve" />
            <Button name={BUTTON.step} value={STEP.nominate}>
              {t.submit}
            </Button>
          </form.Post>
        )}
      </desk.Frame>
    );
  },
});

/** The page of the list that is asked for: "nguoi.2". */
const pageOf = (all: readonly Candidate[], { values }: Pick<FormState, 'values'>) => {
  // The button that was pressed stands after the page that was shown.
  const said = [values[BUTTON.rows]].flat().at(-1) ?? '';
  const pages = Math.max(1, Math.ceil(all.length / PAGE));
  const page = Math.min(pages, Math.max(1, Math.floor(Number(said.split('.')[1])) || 1));
  const from = (page - 1) * PAGE;
  return { page, from, shown: all.slice(from, from + PAGE) };
};

/** Those who are ticked on other pages, in the order of the list. */
const Carried: FC<{ of: readonly Candidate[]; chosen: ReadonlySet<string> }> = ({ of, chosen }) => (
  <>{of.map(({ mediator: { id } }) => chosen.has(id) && <input type="hidden" name={CHOSEN} value={id} />)}</>
);

const Elsewhere: FC<{ c: Page; shown: readonly Candidate[]; chosen: ReadonlySet<string> }> = ({
  c,
  shown,
  chosen,
}) => {
  const others = chosen.size - shown.filter(({ mediator }) => chosen.has(mediator.id)).length;
  return others > 0 ? <p role="status">{copy(c.get('language')).candidates.elsewhere(others)}</p> : null;
};

type PickField = typeof CHOSEN | 'online' | 'basis' | 'reserve' | typeof BUTTON.rows;

const readPicked = ({ fields, typed }: Posted<PickField>): MediatorsInput =>
  parse(MediatorsInput, {
    mediatorIds: chosenIn({ values: typed }),
    basis: fields.basis,
    ...(fields.online && { online: fields.online === 'yes' }),
    reserve: fields.reserve === 'on',
  });

/** Mediators of the register: who was never trained stands first; those who are ticked are named. */
export const pickPage = (behind: Behind) => ({
  get: behind((c, desk) => pickForm.show(c, desk)),
  post: behind((c, desk) =>
    pickForm.handle(
      c,
      async (sent) => {
        if (sent.step !== STEP.nominate) return pickForm.showAgain(c, sent, desk);
        if (!desk.may.name) throw new Problem('conflict', 'nomination-closed');
        const input = readPicked(sent);
        const until = c.get('world').now() + PORTION_MS;
        const results = await nominateMediators(desk.hands, input, { until });
        return c.html(<PickedResult c={c} desk={desk} input={input} results={results} />);
      },
      desk,
    ),
  ),
});
