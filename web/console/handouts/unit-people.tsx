import { parse } from '../../../functions/platform/input/parse';
import { showCount } from '../../../functions/platform/text/count';
import { mediatorsOfUnit } from '../../../functions/programme/handouts/commune';
import { giveToPeople, takeBack } from '../../../functions/programme/handouts/give';
import { GiveInput, MOST_NAMED } from '../../../functions/programme/handouts/handout';
import { givenOf } from '../../../functions/programme/handouts/read';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Done } from '../../ui/console';
import { defineForm } from '../../ui/form';
import { HandoutPage, idOf, mustHandouts, readOne } from './access';
import { MARK_FIELDS, People } from './people';

const unitOf = (c: Page): string => c.req.param('unitId') ?? '';

const markForm = defineForm({
  fields: () => MARK_FIELDS,
  page: async (c, form) => {
    const world = c.get('world');
    const handout = await readOne(c);
    const { unitName, people } = await mediatorsOfUnit(world, unitOf(c));
    const given = await givenOf(world, handout.id);
    // Those without a copy come first; so many can be sent at once.
    const waiting = people.filter(({ mediator }) => !given.has(mediator.id)).slice(0, MOST_NAMED);
    const done = people.filter(({ mediator }) => given.has(mediator.id));
    const here = routes.consoleHandoutUnit(handout.id, unitOf(c));
    return (
      <HandoutPage c={c} title={unitName} below={handout}>
        <Done c={c} words={{ [DONE.added]: 'Đã ghi người nhận tài liệu.', [DONE.removed]: 'Đã bỏ ghi.' }} />
        <form.Errors />
        {people.length === 0 ? (
          <p class="empty">Đơn vị này chưa có hòa giải viên nào được công nhận.</p>
        ) : (
          <>
            <p role="status">
              {showCount(done.length)} trên {showCount(people.length)} hòa giải viên đã nhận tại xã.
            </p>
            <People
              form={form}
              action={here}
              given={given}
              people={[...waiting, ...done].map(({ mediator, teamName }) => ({
                id: mediator.id,
                name: mediator.fullName,
                from: teamName,
              }))}
            />
            <p>
              Danh sách ký nhận:{' '}
              <a href={routes.consoleHandoutUnitList(handout.id, unitOf(c), 'docx')}>Word</a>,{' '}
              <a href={routes.consoleHandoutUnitList(handout.id, unitOf(c), 'xlsx')}>Excel</a>
            </p>
          </>
        )}
      </HandoutPage>
    );
  },
});

/** The mediators of a commune: marks who signed for a copy. */
export const unitPeoplePage = {
  get: (c: Page) => {
    mustHandouts(c, 'write');
    return markForm.show(c);
  },
  post: (c: Page) => {
    mustHandouts(c, 'write');
    return markForm.handle(c, async ({ fields, typed }) => {
      const here = routes.consoleHandoutUnit(idOf(c), unitOf(c));
      if (fields.back) {
        await takeBack(c.get('world'), idOf(c), fields.back);
        return withQuery(here, { [QUERY.done]: DONE.removed });
      }
      const { ids } = parse(GiveInput, { ids: [typed.ids ?? []].flat() });
      await giveToPeople(c.get('world'), idOf(c), ids!);
      return withQuery(here, { [QUERY.done]: DONE.added });
    });
  },
};
