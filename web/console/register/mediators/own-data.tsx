import { mustManage } from '../../../../functions/directory/staff/may';
import { parse } from '../../../../functions/platform/input/parse';
import { Problem } from '../../../../functions/platform/problem/problem';
import { moment } from '../../../../functions/platform/time/format-date';
import { forgetPerson } from '../../../../functions/privacy/forget';
import { mayPrivacy } from '../../../../functions/privacy/may';
import {
  RestrictInput,
  restrictMediatorPerson,
  unrestrictMediatorPerson,
} from '../../../../functions/privacy/person/restrict';
import { getMediator } from '../../../../functions/register/mediators/get';
import { identityOf, type Mediator } from '../../../../functions/register/mediators/mediator';
import type { Page } from '../../../env';
import { DONE, QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { Button, defineForm } from '../../../ui/form';
import { Summary } from '../../../ui/summary';
import { forgetForm, ReasonInput, readToForget, type ToForget } from '../../privacy/forget-form';
import { RegisterPage } from '../parts/register-page';

const restrictForm = defineForm({
  fields: () => ({
    reason: {
      label: 'Lý do',
      hint: 'Ai yêu cầu, bằng cách nào, ngày nào. Chỉ quản trị viên đọc được.',
      maxlength: 300,
      codes: { required: 'reason-required' },
    },
  }),
  page: (c, form, { mediator }: { mediator: Mediator }) => (
    <RegisterPage
      c={c}
      title={mediator.restricted ? 'Bỏ hạn chế thông tin?' : `Hạn chế thông tin của ${mediator.fullName}?`}
      back={{ href: routes.consoleMediator(mediator.id), label: mediator.fullName }}
    >
      <div class="form">
        <form.Errors />
        {mediator.restricted ? (
          <Summary
            rows={[
              ['Họ và tên', identityOf(mediator).fullName],
              ['Hạn chế từ', moment(mediator.restricted)],
              ['Lý do', mediator.setAside?.reason],
            ]}
          />
        ) : (
          <p>
            Họ tên, số điện thoại và thông tin khác của người này được cất riêng, ở đây và ở mọi lớp, hội
            nghị: chỉ quản trị viên xem được. Tổ, vai trò và các quyết định vẫn được đếm.
          </p>
        )}
        <form.Post action={routes.consoleMediatorPart(mediator.id, 'han-che')}>
          {!mediator.restricted && <form.Fields />}
          <Button kind={mediator.restricted ? undefined : 'warn'}>
            {mediator.restricted ? 'Bỏ hạn chế' : 'Hạn chế thông tin'}
          </Button>
        </form.Post>
      </div>
    </RegisterPage>
  ),
});

const readRestricted = async (c: Page): Promise<{ mediator: Mediator }> => {
  mustManage(c.get('account'));
  return { mediator: await getMediator(c.get('world'), c.req.param('id')!) };
};

/** Restricts the data of a mediator's person, or lifts that: for admins. */
export const restrictMediatorPage = {
  get: async (c: Page) => restrictForm.show(c, await readRestricted(c)),
  post: async (c: Page) => {
    const { mediator } = await readRestricted(c);
    return restrictForm.handle(
      c,
      async ({ fields }) => {
        const [world, account] = [c.get('world'), c.get('account')!];
        if (mediator.restricted) await unrestrictMediatorPerson(world, account, mediator.id);
        else
          await restrictMediatorPerson(
            world,
            account,
            mediator.id,
            parse(RestrictInput, { reason: fields.reason ?? '' }),
          );
        const done = mediator.restricted ? DONE.unrestricted : DONE.restricted;
        return withQuery(routes.consoleMediator(mediator.id), { [QUERY.done]: done });
      },
      () => readRestricted(c),
    );
  },
};

const readForgotten = async (c: Page): Promise<ToForget> => {
  if (!mayPrivacy(c.get('account')).forget) throw new Problem('forbidden', 'forbidden');
  const [world, id] = [c.get('world'), c.req.param('id')!];
  const { fullName } = await getMediator(world, id);
  return {
    ...(await readToForget(world, { mediatorId: id })),
    name: fullName,
    back: { href: routes.consoleMediator(id), label: fullName },
  };
};

/** What is known of a mediator's person everywhere, and the button that removes it. */
export const forgetMediatorPage = {
  get: async (c: Page) => forgetForm.show(c, await readForgotten(c)),
  post: async (c: Page) => {
    await readForgotten(c);
    return forgetForm.handle(
      c,
      async ({ fields }) => {
        const { reason } = parse(ReasonInput, fields);
        const { sk } = await forgetPerson(c.get('world'), { mediatorId: c.req.param('id')! }, reason);
        return routes.consoleForgetting(sk);
      },
      () => readForgotten(c),
    );
  },
};
