import { getEvent } from '../../../functions/events/event/get';
import type { ForgetRequest } from '../../../functions/events/person/forget-request';
import { getRegistration } from '../../../functions/events/registrations/find';
import { parse } from '../../../functions/platform/input/parse';
import { shortDate } from '../../../functions/platform/time/format-date';
import { RefusalInput, refuseRequest } from '../../../functions/privacy/refuse';
import { getRequest } from '../../../functions/privacy/requests';
import type { Handler, Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { Button, defineForm } from '../../ui/form';
import { Island } from '../../ui/island';
import { mustForget } from './access';

interface Refusing {
  request: ForgetRequest;
  name: string;
  /** The event of the registration from which they asked. */
  title?: string;
  restricted?: boolean;
}

const form = defineForm({
  fields: () => ({
    refusal: {
      label: 'Lý do từ chối',
      hint: 'Người yêu cầu được báo nguyên văn lý do này. Nên nêu căn cứ pháp luật.',
      as: 'text-area',
      rows: 4,
    },
  }),
  page: (c, form, { request, name, title, restricted }: Refusing) => (
    <ConsolePage
      c={c}
      title={`Từ chối xóa dữ liệu của ${name}?`}
      at={routes.console()}
      back={{ href: routes.consoleForgettings(), label: 'Xóa dữ liệu cá nhân' }}
    >
      <div class="form">
        <form.Errors />
        <p>
          {title && `${title}. `}
          Yêu cầu ngày {shortDate(request.askedAt)}, hạn {shortDate(request.dueAt)}.
        </p>
        <p>
          Chỉ từ chối khi pháp luật yêu cầu giữ dữ liệu, ví dụ để quyết toán hoặc giải quyết khiếu nại.{' '}
          {restricted
            ? 'Thông tin của người này đang được hạn chế nên hệ thống không gửi thư, không gọi: người này đọc câu trả lời trên trang dữ liệu của mình. Quản trị viên vui lòng báo trực tiếp.'
            : 'Hệ thống gửi thư báo lý do và nơi khiếu nại; người không có email dùng được thì có trong danh sách cần gọi.'}
        </p>
        <form.Post action={routes.consoleRefuseToForget(request.id)}>
          <form.Field name="refusal" />
          <p class="actions">
            <Button kind="warn">Từ chối yêu cầu</Button>
            <a class="btn plain" href={routes.consoleForgettings()}>
              Quay lại
            </a>
          </p>
        </form.Post>
      </div>
      <Island name="form" />
    </ConsolePage>
  ),
});

const read = async (c: Page): Promise<Refusing> => {
  mustForget(c);
  const world = c.get('world');
  const request = await getRequest(world, c.req.param('id') ?? '');
  const { registrationId, eventId, asker } = request;
  if (!registrationId || !eventId) return { request, name: asker?.fullName ?? '' };
  const [{ fullName, restricted }, { title }] = await Promise.all([
    getRegistration(world, registrationId),
    getEvent(world, eventId),
  ]);
  return { request, name: fullName, title, restricted: Boolean(restricted) };
};

/** The organizer refuses a request to be forgotten, with a reason for the person. */
export const refuseToForgetPage: { get: Handler; post: Handler } = {
  get: async (c) => form.show(c, await read(c)),
  post: (c) => {
    mustForget(c);
    return form.handle(
      c,
      async ({ fields }) => {
        await refuseRequest(
          c.get('world'),
          c.req.param('id') ?? '',
          parse(RefusalInput, { refusal: fields.refusal ?? '' }),
        );
        return withQuery(routes.consoleForgettings(), { [QUERY.done]: DONE.declined });
      },
      () => read(c),
    );
  },
};
