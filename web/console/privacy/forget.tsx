import { parse } from '../../../functions/platform/input/parse';
import { Problem } from '../../../functions/platform/problem/problem';
import { shortDate } from '../../../functions/platform/time/format-date';
import { forgetPerson } from '../../../functions/privacy/forget';
import { mayPrivacy } from '../../../functions/privacy/may';
import { requestOf } from '../../../functions/privacy/requests';
import type { Handler, Page } from '../../env';
import { routes } from '../../routes';
import { mustForget, registrationToForget } from './access';
import { forgetForm, ReasonInput, readToForget, type ToForget } from './forget-form';

const read = async (c: Page): Promise<ToForget> => {
  const world = c.get('world');
  const r = await registrationToForget(c);
  if (r.forgotten) throw new Problem('conflict', 'registration-forgotten');
  const request = await requestOf(world, r.id);
  return {
    ...(await readToForget(world, { id: r.id })),
    name: r.fullName,
    back: { href: routes.consoleRegistration(r.id), label: r.fullName },
    request:
      request?.open === 'request'
        ? {
            words: `Yêu cầu ngày ${shortDate(request.askedAt)}, hạn ${shortDate(request.dueAt)}.`,
            refuse: routes.consoleRefuseToForget(request.id),
          }
        : undefined,
    see: mayPrivacy(c.get('account'), r).see ? routes.consolePersonData(r.id) : undefined,
  };
};

/** What is known of the person of a registration everywhere, and the button that removes it. */
export const forgetPage: { get: Handler; post: Handler } = {
  get: async (c) => forgetForm.show(c, await read(c)),
  post: (c) => {
    mustForget(c);
    return forgetForm.handle(
      c,
      async ({ fields }) => {
        const { reason } = parse(ReasonInput, fields);
        const { sk } = await forgetPerson(c.get('world'), { id: c.req.param('id') ?? '' }, reason);
        return routes.consoleForgetting(sk);
      },
      () => read(c),
    );
  },
};
