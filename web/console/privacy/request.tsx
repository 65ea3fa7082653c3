import type { Asker, ForgetRequest } from '../../../functions/events/person/forget-request';
import { parse } from '../../../functions/platform/input/parse';
import { Problem } from '../../../functions/platform/problem/problem';
import { showPhone } from '../../../functions/platform/text/phone';
import { shortDate } from '../../../functions/platform/time/format-date';
import { forgetPerson } from '../../../functions/privacy/forget';
import { getRequest } from '../../../functions/privacy/requests';
import type { Handler, Page } from '../../env';
import { routes } from '../../routes';
import { History, readStory } from '../history/history';
import { registrationTold } from '../history/told-words';
import { mustForget } from './access';
import { forgetForm, ReasonInput, readToForget, type ToForget } from './forget-form';

/** @throws Problem conflict `request-over` where it is done, or is a registration's and has its page there */
const askerIn = async (c: Page): Promise<{ request: ForgetRequest; asker: Asker }> => {
  mustForget(c);
  const request = await getRequest(c.get('world'), c.req.param('id') ?? '');
  if (!request.asker) throw new Problem('conflict', 'request-over');
  return { request, asker: request.asker };
};

/** Without a registration, the history of the request says what was done. */
const WORDS = {
  fields: { forgetRequest: 'yêu cầu xóa dữ liệu' },
  created: '',
  told: registrationTold({}),
};

const read = async (c: Page): Promise<ToForget> => {
  const { request, asker } = await askerIn(c);
  const { askedAt, dueAt, refusedAt, refusal } = request;
  const who = `${asker.fullName}, ${showPhone(asker.phone)}`;
  return {
    ...(await readToForget(c.get('world'), asker)),
    name: asker.fullName,
    see: routes.consoleRequestedData(request.id),
    below: <History story={await readStory(c.get('world'), request.id)} {...WORDS} />,
    back: { href: routes.consoleForgettings(), label: 'Xóa dữ liệu cá nhân' },
    request: refusedAt
      ? { words: `${who}. Đã từ chối ngày ${shortDate(refusedAt)}. Lý do: ${refusal ?? ''}` }
      : {
          words: `${who}. Yêu cầu ngày ${shortDate(askedAt)}, hạn ${shortDate(dueAt)}. Người này không có đăng ký; dữ liệu được tìm theo họ tên và số điện thoại.`,
          refuse: routes.consoleRefuseToForget(request.id),
        },
  };
};

/** The request of a person without a registration: what is kept of them, and the button that removes it. */
export const forgetRequestPage: { get: Handler; post: Handler } = {
  get: async (c) => forgetForm.show(c, await read(c)),
  post: (c) => {
    mustForget(c);
    return forgetForm.handle(
      c,
      async ({ fields }) => {
        const { reason } = parse(ReasonInput, fields);
        const { asker } = await askerIn(c);
        return routes.consoleForgetting((await forgetPerson(c.get('world'), asker, reason)).sk);
      },
      () => read(c),
    );
  },
};
