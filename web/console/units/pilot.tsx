import { PilotInput, setPilot } from '../../../functions/directory/units/pilot/pilot';
import { versionOf } from '../../../functions/directory/units/update';
import { inSentence, unitLabel } from '../../../functions/directory/units/words';
import { parse } from '../../../functions/platform/input/parse';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, versionIn } from '../../ui/form';
import { mustChange, readShown } from './unit';
import { UnitPage } from './unit-page';

const pilotForm = defineForm({
  fields: () => ({
    version: { as: 'hidden' },
    from: {
      label: 'Năm bắt đầu',
      hint: 'Ví dụ 2021. Để trống thì đơn vị không được chọn.',
      inputmode: 'numeric',
      class: 'short',
      optional: true,
    },
    to: {
      label: 'Năm kết thúc',
      hint: 'Để trống khi còn tiếp tục.',
      inputmode: 'numeric',
      class: 'short',
      optional: true,
    },
  }),
  fill: ({ unit }: Awaited<ReturnType<typeof readShown>>) => ({
    version: String(versionOf(unit)),
    from: unit.pilot && String(unit.pilot.from),
    to: unit.pilot?.to === undefined ? undefined : String(unit.pilot.to),
  }),
  page: (c, form, { unit }) => (
    <UnitPage
      c={c}
      title={`Chỉ đạo điểm: ${inSentence(unitLabel(unit))}`}
      back={{ href: routes.consoleUnit(unit.id), label: unitLabel(unit) }}
    >
      <div class="form">
        <form.Errors />
        <p>
          Các đơn vị được Kế hoạch chọn chỉ đạo điểm. Tổ hòa giải của xã, phường, thị trấn điểm được rà soát,
          kiện toàn.
        </p>
        <form.Post action={routes.consoleUnitPilot(unit.id)}>
          <form.Fields />
          <Button>Lưu</Button>
        </form.Post>
      </div>
    </UnitPage>
  ),
});

/** Marks a district or a commune for the pilot, or takes the mark away. */
export const pilotPage = {
  get: async (c: Page) => {
    mustChange(c);
    return pilotForm.show(c, await readShown(c));
  },
  post: (c: Page) => {
    mustChange(c);
    const id = c.req.param('id')!;
    return pilotForm.handle(
      c,
      async ({ fields: { from, to, ...rest } }) => {
        const years = parse(PilotInput, { ...(from && { from }), ...(to && { to }) });
        await setPilot(c.get('world'), id, versionIn(rest), years);
        return withQuery(routes.consoleUnit(id), { [QUERY.done]: DONE.saved });
      },
      () => readShown(c),
    );
  },
};
