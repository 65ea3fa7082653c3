import { parse } from '../../../functions/platform/input/parse';
import { showCount } from '../../../functions/platform/text/count';
import { ANSWER_DAYS, AskerInput, requestForPerson } from '../../../functions/privacy/requests';
import type { Handler } from '../../env';
import { phoneField } from '../../parts/registrations/person';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { Button, defineForm } from '../../ui/form';
import { Island } from '../../ui/island';
import { mustForget } from './access';

const form = defineForm({
  fields: (t) => ({
    fullName: {
      label: t.person.fullName,
      hint: 'Đủ dấu, như người đó đã cho biết: hai người cùng số máy có thể chỉ khác nhau ở dấu.',
      autocomplete: 'off',
      maxlength: 120,
    },
    phone: { ...phoneField(t), autocomplete: 'off' },
    email: {
      label: t.person.email,
      hint: 'Nếu có: câu trả lời được gửi tới đây. Không có thì cán bộ gọi điện.',
      type: 'email',
      autocomplete: 'off',
      maxlength: 120,
    },
  }),
  page: (c, form) => (
    <ConsolePage
      c={c}
      title="Ghi yêu cầu xóa dữ liệu"
      at={routes.console()}
      back={{ href: routes.consoleForgettings(), label: 'Xóa dữ liệu cá nhân' }}
    >
      <div class="form">
        <form.Errors />
        <p>
          Dùng khi một người yêu cầu qua điện thoại, bằng giấy tờ hoặc tại cơ quan, kể cả người không có đăng
          ký: đầu mối cử người, đại biểu, liên hệ của cơ quan. Vui lòng xác minh đúng người trước khi ghi. Hạn
          thực hiện là {showCount(ANSWER_DAYS)} ngày.
        </p>
        <form.Post action={routes.consoleNewForgetRequest()}>
          <form.Fields />
          <p class="actions">
            <Button>Ghi và tìm dữ liệu</Button>
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

/** A member of staff writes down the request of a person who called, wrote or came. */
export const newForgetRequestPage: { get: Handler; post: Handler } = {
  get: (c) => {
    mustForget(c);
    return form.show(c);
  },
  post: (c) => {
    mustForget(c);
    return form.handle(c, async ({ fields: { fullName = '', phone = '', email } }) => {
      const asker = parse(AskerInput, { fullName, phone, ...(email && { email }) });
      const { id, registrationId } = await requestForPerson(c.get('world'), asker);
      const path = registrationId ? routes.consoleForget(registrationId) : routes.consoleForgetRequest(id);
      return withQuery(path, { [QUERY.done]: DONE.sent });
    });
  },
};
