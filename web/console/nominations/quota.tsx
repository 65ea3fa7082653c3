import type { FC } from 'hono/jsx';
import { inSentence } from '../../../functions/directory/units/words';
import { changeNomination, NominationChange } from '../../../functions/events/nominations/change';
import { getNomination } from '../../../functions/events/nominations/list';
import {
  type NominationView,
  nominationLink,
  viewNomination,
} from '../../../functions/events/nominations/read';
import type { Delivery } from '../../../functions/outbox/deliveries/delivery';
import { deliveriesOf } from '../../../functions/outbox/deliveries/find';
import { parse } from '../../../functions/platform/input/parse';
import { showCount } from '../../../functions/platform/text/count';
import type { Handler, Page } from '../../env';
import { QUOTA, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { Button, defineForm } from '../../ui/form';
import { Island } from '../../ui/island';
import { DateTime } from '../events/parts/date-time';
import { EventDeliveries } from '../notices/event-deliveries';
import { idOf, mustGive } from './access';
import { LEAKED } from './link';
import { deadlineFields, deadlineIn, quotaIn } from './read-quotas';
import { zaloWords } from './words';

interface Quota extends NominationView {
  /** What went to the officer. */
  told: Delivery[];
}

const readQuota = async (c: Page): Promise<Quota> => {
  mustGive(c);
  const world = c.get('world');
  const nomination = await getNomination(world, idOf(c));
  const [view, told] = await Promise.all([
    viewNomination(world, nomination),
    deliveriesOf(world, nomination.id),
  ]);
  return { ...view, told: told.filter(({ state }) => state !== 'dropped') };
};

/** The link and the words to send it with, or that it was revoked. */
const Link: FC<{ c: Page; view: NominationView }> = ({ c, view }) => {
  const { nomination: n, used } = view;
  const link = nominationLink(c.get('world'), n);
  return n.status === 'issued' ? (
    <>
      <div class="field">
        <label for="o-link">Đường dẫn của {inSentence(n.name)}</label>
        <input id="o-link" readonly value={link} />
      </div>
      <div class="field">
        <label for="o-zalo">Lời nhắn Zalo</label>
        <textarea id="o-zalo" readonly rows={8}>
          {zaloWords(c.get('world'), view, link)}
        </textarea>
      </div>
    </>
  ) : (
    <p class="notice lotus">
      Đường dẫn này đã thu hồi. {showCount(used)} người đã cử vẫn được giữ. Cấp đường dẫn mới thì nơi này cử,
      thay người được trở lại.
    </p>
  );
};

const LinkActions: FC<Pick<NominationView, 'nomination'>> = ({ nomination: n }) => {
  const issued = n.status === 'issued';
  return (
    <>
      <h2>{issued ? 'Cấp lại đường dẫn' : 'Cấp đường dẫn mới'}</h2>
      <p>
        Dùng khi đường dẫn bị thất lạc hoặc bị lộ: nơi cử nhận đường dẫn mới, đường dẫn cũ không dùng được
        nữa.
      </p>
      <form method="post" action={routes.consoleNominationReissue(n.id)}>
        {issued && (
          <div class="check">
            <input type="checkbox" id="o-lo" name={LEAKED} value="on" />
            <label for="o-lo">
              Đường dẫn cũ đã bị lộ: đổi cả mã đăng ký của người đã cử. Phiếu đã in không dùng được nữa; từng
              người được báo mã mới.
            </label>
          </div>
        )}
        <input type="hidden" name="version" value={String(n.version)} />
        <Button kind="plain">Cấp đường dẫn mới</Button>
      </form>
      {issued && (
        <>
          <h2>Thu hồi</h2>
          <p>
            Nơi này không cử, thay người qua đường dẫn được nữa. Người đã cử vẫn được giữ, với mã đăng ký mới;
            từng người được báo mã mới, phiếu đã in không dùng được nữa.
          </p>
          <form method="post" action={routes.consoleNominationRevoke(n.id)}>
            <Button kind="warn">Thu hồi đường dẫn</Button>
          </form>
        </>
      )}
    </>
  );
};

const quotaForm = defineForm({
  fields: () => ({
    version: { as: 'hidden' },
    quota: {
      label: 'Chỉ tiêu (người)',
      inputmode: 'numeric',
      class: 'year',
      codes: { 'too-small': 'quota-malformed' },
    },
    deadline: { as: 'custom' },
    contactName: { label: 'Đầu mối', maxlength: 80 },
    contactPhone: { label: 'Điện thoại', optional: true, type: 'tel', inputmode: 'tel', class: 'short' },
    contactEmail: { label: 'Email', optional: true, type: 'email', inputmode: 'email' },
  }),
  fill: ({ nomination: n, quota }: Quota) => ({
    version: String(n.version),
    quota: String(quota),
    ...deadlineFields(n.deadline),
    contactName: n.contactName,
    contactPhone: n.contactPhone,
    contactEmail: n.contactEmail,
  }),
  page: (c, form, view) => {
    const { nomination: n, event, used, told } = view;
    // The page shows what changed: a form to look at again, like any other mistake.
    if (form.errors.some((e) => e.code === 'nomination-changed')) c.status(422);
    return (
      <ConsolePage
        c={c}
        title={`Chỉ tiêu của ${inSentence(n.name)}`}
        at={routes.consoleEvents()}
        back={{ href: routes.consoleNominations(event.id), label: `Cử người: ${event.title}` }}
      >
        <div class="form">
          <form.Errors />
          <Link c={c} view={view} />
          {n.status === 'issued' && (
            <p>
              Đơn vị gọi điện nhờ ghi giúp?{' '}
              <a href={routes.consoleQuota(n.id)}>Cử, sửa, thay người cho đơn vị</a>
            </p>
          )}
          <h2>Sửa chỉ tiêu</h2>
          <form.Post action={routes.consoleNomination(n.id)}>
            <form.Field name="quota" hint={`Đã cử ${showCount(used)} người, không giảm dưới số đó.`} />
            <DateTime form={form} name="deadline" label="Hạn cử người" />
            <form.Field name="contactName" />
            <form.Field name="contactPhone" />
            <form.Field name="contactEmail" />
            <Button>Lưu</Button>
            <Island name="dates" />
          </form.Post>
          <LinkActions nomination={n} />
        </div>
        <h2>Đã gửi, đã báo cho nơi này</h2>
        <EventDeliveries items={told} caption="Đã gửi, đã báo cho nơi này" />
      </ConsolePage>
    );
  },
});

/** One quota: its link, its terms, a new link, the end of it. */
export const quotaPage: { get: Handler; post: Handler } = {
  get: async (c) => quotaForm.show(c, await readQuota(c)),
  post: async (c) => {
    const { nomination } = await readQuota(c);
    return quotaForm.handle(
      c,
      async ({ fields }) => {
        const change = parse(NominationChange, {
          version: Number(fields.version),
          quota: quotaIn(fields.quota),
          deadline: deadlineIn(fields),
          contactName: fields.contactName ?? '',
          contactPhone: fields.contactPhone,
          contactEmail: fields.contactEmail,
        });
        await changeNomination(c.get('world'), nomination.id, change);
        return withQuery(routes.consoleNominations(nomination.eventId), { [QUOTA.changed]: nomination.id });
      },
      () => readQuota(c),
    );
  },
};
