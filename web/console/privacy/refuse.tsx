import { getEvent } from '../../../functions/events/event/get';
import type { Registration } from '../../../functions/events/registrations/registration';
import { parse } from '../../../functions/platform/input/parse';
import { dialPhone, showPhone } from '../../../functions/platform/text/phone';
import { shortDate } from '../../../functions/platform/time/format-date';
import {
  type ForgetRequest,
  RefusalInput,
  refuseRequest,
  requestOf,
} from '../../../functions/privacy/requests';
import type { Handler, Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { Button, defineForm } from '../../ui/form';
import { Island } from '../../ui/island';
import { mustForget, registrationToForget } from './access';

interface Refusing {
  registration: Registration;
  title: string;
  request: ForgetRequest | undefined;
}

const form = defineForm({
  fields: () => ({
    refusal: {
      label: 'Lý do từ chối',
      hint: 'Người yêu cầu đọc được lý do này trên trang dữ liệu của mình. Nên nêu căn cứ pháp luật.',
      as: 'text-area',
      rows: 4,
    },
  }),
  page: (c, form, { registration: r, title, request }: Refusing) => (
    <ConsolePage
      c={c}
      title={`Từ chối xóa dữ liệu của ${r.fullName}?`}
      at={routes.console()}
      above={
        <a class="back" href={routes.consoleForgettings()}>
          ‹ Xóa dữ liệu cá nhân
        </a>
      }
    >
      <div class="form">
        <form.Errors />
        <p>
          {title}
          {request && `, yêu cầu ngày ${shortDate(request.askedAt)}, hạn ${shortDate(request.dueAt)}`}.
        </p>
        <p>
          Chỉ từ chối khi pháp luật yêu cầu giữ dữ liệu, ví dụ để quyết toán hoặc giải quyết khiếu nại. Hệ
          thống không gửi thư báo: vui lòng gọi người yêu cầu
          {r.phone && (
            <>
              {' '}
              theo số <a href={`tel:${dialPhone(r.phone)}`}>{showPhone(r.phone)}</a>
            </>
          )}
          .
        </p>
        <form.Post action={routes.consoleRefuseToForget(r.id)}>
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
  const world = c.get('world');
  const registration = await registrationToForget(c);
  const [{ title }, request] = await Promise.all([
    getEvent(world, registration.eventId),
    requestOf(world, registration.id),
  ]);
  return { registration, title, request };
};

/** The organizer refuses a request to be forgotten, with a reason for the person. */
export const refuseToForgetPage: { get: Handler; post: Handler } = {
  get: async (c) => form.show(c, await read(c)),
  post: (c) => {
    mustForget(c);
    return form.handle(
      c,
      async ({ fields }) => {
        await refuseRequest(c.get('world'), c.req.param('id') ?? '', parse(RefusalInput, fields));
        return withQuery(routes.consoleForgettings(), { [QUERY.done]: DONE.declined });
      },
      () => read(c),
    );
  },
};
