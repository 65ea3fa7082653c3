import type { Event } from '../../../../functions/events/event/event';
import { mayEvent } from '../../../../functions/events/event/may';
import { copyQuotas, quotasToCopy } from '../../../../functions/events/scheduling/copy-quotas';
import { copyStartsAt, duplicateEvent } from '../../../../functions/events/scheduling/duplicate';
import { DuplicateInput } from '../../../../functions/events/scheduling/transition-inputs';
import { parse } from '../../../../functions/platform/input/parse';
import { Problem } from '../../../../functions/platform/problem/problem';
import { showCount } from '../../../../functions/platform/text/count';
import type { Page } from '../../../env';
import { DONE, QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { ConsolePage } from '../../../ui/console';
import { Button, defineForm } from '../../../ui/form';
import { DateTime, typedInstant } from '../parts/date-time';
import { readForStaff } from '../parts/read';
import { dateAndTime, whenWords } from '../parts/words';

const duplicateForm = defineForm({
  fields: () => ({
    startsAt: {
      as: DateTime,
      label: 'Bản sao bắt đầu',
      hint: 'Các buổi, kết thúc và hạn đăng ký dời theo. Có thể sửa lại trong bản nháp.',
    },
    quotas: { as: 'tick', label: 'Giao lại chỉ tiêu' },
  }),
  fill: (event: Event, c) => {
    const { date, time } = dateAndTime(copyStartsAt(event.startsAt, c.get('world').now()));
    return { 'startsAt.date': date, 'startsAt.time': time };
  },
  page: async (c, form, event) => {
    const quotas = await quotasToCopy(c.get('world'), event.id);
    const people = quotas.reduce((sum, { asked }) => sum + asked, 0);
    return (
      <ConsolePage
        c={c}
        title="Nhân bản lớp, hội nghị"
        at={routes.consoleEvents()}
        back={{ href: routes.consoleEvent(event.id), label: 'Quay lại' }}
      >
        <form.Errors />
        <p>
          <b>{event.title}</b>
          <br />
          {whenWords(event)}
        </p>
        <p class="soft">
          Bản sao là bản nháp: không có người đăng ký, không có thư mời, chưa ai được báo. Nhiệm vụ, năm, ngày
          trong nội dung và ngày nghỉ cần xem lại được nêu trong bản nháp.
        </p>
        <form.Post action={routes.consoleDuplicate(event.id)} class="form">
          <form.Field name="startsAt" />
          {quotas.length > 0 && (
            <form.Field
              name="quotas"
              label={`Giao lại chỉ tiêu: ${showCount(quotas.length)} nơi, ${showCount(people)} người, cùng người liên hệ`}
            />
          )}
          <div class="actions">
            <Button>Nhân bản</Button>
            <a class="btn plain" href={routes.consoleEvent(event.id)}>
              Quay lại
            </a>
          </div>
        </form.Post>
      </ConsolePage>
    );
  },
});

const mayCopy = async (c: Page): Promise<Event> => {
  const { event } = await readForStaff(c, c.req.param('id')!);
  if (!mayEvent(c.get('account'), event, c.get('world').now()).duplicate)
    throw new Problem('forbidden', 'forbidden');
  return event;
};

/** Makes a draft like the event, with its quotas where that is wanted. */
export const duplicatePage = {
  get: async (c: Page) => duplicateForm.show(c, await mayCopy(c)),
  post: async (c: Page) => {
    const event = await mayCopy(c);
    const world = c.get('world');
    return duplicateForm.handle(
      c,
      async ({ fields }) => {
        const input = parse(DuplicateInput, {
          startsAt: typedInstant(fields, 'startsAt', { time: '07:30' }),
        });
        const copy = await duplicateEvent(world, event.id, input);
        const quotas = fields.quotas === 'on' ? await copyQuotas(world, event.id, copy.id) : undefined;
        return withQuery(routes.consoleEvent(copy.id), {
          [QUERY.done]: DONE.duplicated,
          ...(quotas && { [QUERY.count]: String(quotas.done.length) }),
          ...(quotas?.refused.length && {
            [QUERY.leftOut]: quotas.refused.map(({ thing }) => thing.nomination.name).join(', '),
          }),
        });
      },
      event,
    );
  },
};
