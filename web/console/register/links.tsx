import type { FC } from 'hono/jsx';
import { DecideInput, decideLink, LinkRef, mustDecideLinks } from '../../../functions/participation/decide';
import { listOffers, type Offer } from '../../../functions/participation/offers';
import { parse } from '../../../functions/platform/input/parse';
import { showPhone } from '../../../functions/platform/text/phone';
import { shortDate } from '../../../functions/platform/time/format-date';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage, Done } from '../../ui/console';
import { orFirstPage } from '../../ui/first-page';
import { defineForm } from '../../ui/form';
import { DecideLink, LINK_DONE } from './parts/decide-link';
import { readBadges } from './parts/register-page';
import { PAGE } from './parts/team-list';

const linksForm = defineForm({
  fields: () => ({
    mediatorId: { as: 'hidden' },
    registrationId: { as: 'hidden' },
    link: { as: 'hidden' },
    [QUERY.back]: { as: 'hidden' },
  }),
  page: async (c, form) => {
    const { items, next } = await orFirstPage(c.req.query(QUERY.cursor), (cursor) =>
      listOffers(c.get('world'), { limit: PAGE, cursor }),
    );
    return (
      <ConsolePage
        c={c}
        title="Đối chiếu lượt đăng ký"
        at={routes.consoleLinks()}
        badges={await readBadges(c)}
      >
        <Done c={c} words={LINK_DONE} />
        <form.Errors />
        <p>
          Lượt đăng ký trùng số điện thoại và họ tên được tự ghi vào các lớp của hòa giải viên. Dưới đây là
          những lượt gần giống, cần người xem lại.
        </p>
        {items.length > 0 ? (
          <Offers offers={items} />
        ) : (
          <div class="empty">Không có lượt đăng ký nào cần đối chiếu.</div>
        )}
        {next && (
          <p class="actions">
            <a class="btn plain" href={withQuery(routes.consoleLinks(), { [QUERY.cursor]: next })}>
              Xem tiếp
            </a>
          </p>
        )}
      </ConsolePage>
    );
  },
});

const Offers: FC<{ offers: readonly Offer[] }> = ({ offers }) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Lượt đăng ký cần đối chiếu">
    <table class="stacked">
      <caption class="hidden-label">Lượt đăng ký cần đối chiếu</caption>
      <thead>
        <tr>
          <th scope="col">Hòa giải viên</th>
          <th scope="col">Người đăng ký</th>
          <th scope="col">Lớp, hội nghị</th>
          <th scope="col">Là một người?</th>
        </tr>
      </thead>
      <tbody>
        {offers.map(({ mediator, team, registration: r, event }) => (
          <tr>
            <th scope="row">
              <a href={routes.consoleMediator(mediator.id)}>{mediator.fullName}</a>
              <br />
              <span class="soft small">
                {[mediator.phone ? showPhone(mediator.phone) : 'chưa có số điện thoại', team?.name]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            </th>
            <td data-label="Người đăng ký">
              <a href={routes.consoleRegistration(r.id)}>{r.fullName}</a>
              <br />
              <span class="soft small">
                {[showPhone(r.phone), r.unitName ?? r.bodyName].filter(Boolean).join(', ')}
              </span>
            </td>
            <td data-label="Lớp, hội nghị">
              {event.title}, {shortDate(event.startsAt)}
            </td>
            <td>
              <DecideLink
                mediatorId={mediator.id}
                registrationId={r.id}
                about={`${mediator.fullName}, ${r.fullName}`}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** Registrations that may be a mediator's, and what an organizer says of each. */
export const linksPage = {
  get: async (c: Page) => {
    mustDecideLinks(c.get('account'));
    return linksForm.show(c);
  },
  post: async (c: Page) => {
    mustDecideLinks(c.get('account'));
    return linksForm.handle(c, async ({ fields }) => {
      const ref = parse(LinkRef, { mediatorId: fields.mediatorId, registrationId: fields.registrationId });
      const decided = await decideLink(c.get('world'), ref, parse(DecideInput, { link: fields.link }));
      const back = fields[QUERY.back] === ref.mediatorId && routes.consoleMediator(ref.mediatorId);
      return withQuery(back || routes.consoleLinks(), {
        [QUERY.done]: decided.link === 'linked' ? DONE.linked : DONE.linkRefused,
      });
    });
  },
};
