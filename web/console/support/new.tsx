import { allUnits, readUnits } from '../../../functions/directory/units/list';
import { isInArea } from '../../../functions/directory/units/successors';
import { parse } from '../../../functions/platform/input/parse';
import { must } from '../../../functions/platform/problem/must';
import { ownAreaOf } from '../../../functions/register/teams/may';
import { createSupportRequest } from '../../../functions/support/create';
import { maySupport } from '../../../functions/support/register';
import { SupportInput } from '../../../functions/support/request';
import type { Page } from '../../env';
import { courtGuides, Guides } from '../../parts/support/guides';
import { freshQuestion, Questions, questionFields, questionOf } from '../../parts/support/question';
import { communeOptions } from '../../parts/units/levels';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm } from '../../ui/form';
import { BelowSupport, mustSupport } from './access';

const newForm = defineForm({
  fields: () => ({
    unitId: { as: 'select', label: 'Xã, phường, thị trấn', empty: 'Chọn' },
    teamName: { label: 'Tổ hòa giải', optional: true },
    ...questionFields,
  }),
  fill: freshQuestion,
  page: async (c, form, _shown: object) => {
    const world = c.get('world');
    const [units, guides] = await Promise.all([readUnits(world), courtGuides(world)]);
    const area = ownAreaOf(c.get('account'));
    const communes = units.inForce.filter((unit) => !area || isInArea(units.all, unit.id, area));
    return (
      <BelowSupport c={c} title="Gửi đề nghị cho tổ hòa giải">
        <form.Errors />
        <form.Post class="form" action={routes.consoleNewSupport()}>
          <form.Field name="unitId" options={communeOptions(communes, units)} />
          <form.Field name="teamName" />
          <Questions form={form} />
          <Button>Gửi đề nghị</Button>
        </form.Post>
        <Guides guides={guides} />
      </BelowSupport>
    );
  },
});

/** An officer or an organizer asks for a team. */
export const newPage = {
  get: (c: Page) => {
    mustSupport(c, 'ask');
    return newForm.show(c, {});
  },
  post: (c: Page) => {
    mustSupport(c, 'ask');
    return newForm.handle(
      c,
      async ({ fields: { unitId, teamName, ...question } }) => {
        const world = c.get('world');
        const input = parse(SupportInput, {
          ...questionOf(question),
          unitId,
          ...(teamName && { teamName }),
        });
        must(maySupport(c.get('account'), await allUnits(world), input.unitId), 'ask');
        return withQuery(routes.consoleOneSupport((await createSupportRequest(world, input)).id), {
          [QUERY.done]: DONE.created,
        });
      },
      {},
    );
  },
};
