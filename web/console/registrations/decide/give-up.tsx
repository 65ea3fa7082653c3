import * as z from 'zod';
import { cancelByStaff, decline } from '../../../../functions/events/registrations/change/cancel';
import type { Asked } from '../../../../functions/events/registrations/change/present';
import { line, optional } from '../../../../functions/platform/input/fields';
import { parse } from '../../../../functions/platform/input/parse';
import type { World } from '../../../../functions/platform/world/world';
import { isLate } from '../../../../functions/seats/ledger/room';
import type { Handler } from '../../../env';
import { asksPresent, PresentQuestion, presentField, presentIn } from '../../../parts/registrations/present';
import { DONE } from '../../../query';
import { Button, defineForm } from '../../../ui/form';
import { mustBeAsShown, type One, oneFor, registrationPath } from '../parts/access';
import { OWN_REQUEST, ownRequestField } from '../parts/own-request';
import { DecidePage } from './decide-page';

const ReasonInput = z.object({ reason: line(300) });
/** A person who asked for it is not told, so it needs no reason. */
const OwnReasonInput = z.object({ reason: optional(line(300)) });

interface GiveUp {
  right: 'cancel' | 'decline';
  decision: (typeof DONE)['cancelled' | 'declined'];
  title: (name: string) => string;
  submit: string;
  /** What else happens. */
  effect: (one: One, now: number) => string;
  act: (world: World, id: string, reason: string | undefined, asked: GivingUp) => Promise<unknown>;
  /** The person may have asked for it. */
  byThemselves?: boolean;
}

interface GivingUp extends Asked {
  atOwnRequest?: boolean;
}

const lower = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

/** Cancelling and declining need a reason, which the person is told. */
const giveUpPage = ({ right, decision, title, submit, effect, act, byThemselves }: GiveUp) => {
  const form = defineForm({
    fields: () => ({
      version: { as: 'custom' },
      ...presentField,
      ...ownRequestField,
      reason: { label: 'Lý do', maxlength: 300, codes: { required: 'reason-required' } },
    }),
    page: (c, form, one: One) => (
      <DecidePage
        c={c}
        one={one}
        decision={decision}
        title={title(one.registration.fullName)}
        form={form}
        submit={
          <Button kind="warn">{asksPresent(form, one.registration) ? `Vẫn ${lower(submit)}` : submit}</Button>
        }
      >
        <p>
          {effect(one, c.get('world').now())}
          {one.registration.fullName} được báo, kèm lý do dưới đây
          {byThemselves ? ', trừ khi chính người này báo không tham dự.' : '.'}
        </p>
        <PresentQuestion form={form} of={one.registration} />
        {byThemselves && <form.Field name={OWN_REQUEST} />}
        <form.Field name="reason" />
      </DecidePage>
    ),
  });
  const get: Handler = async (c) => form.show(c, await oneFor(c, right));
  const post: Handler = async (c) => {
    const { registration } = await oneFor(c, right, true);
    return form.handle(
      c,
      async ({ fields }) => {
        const { reason = '' } = fields;
        mustBeAsShown(registration, right, fields);
        const atOwnRequest = byThemselves === true && fields[OWN_REQUEST] === 'on';
        const input = atOwnRequest
          ? parse(OwnReasonInput, reason.trim() ? { reason } : {})
          : parse(ReasonInput, { reason });
        await act(c.get('world'), registration.id, input.reason, { ...presentIn(fields), atOwnRequest });
        return registrationPath(registration.id, atOwnRequest ? DONE.withdrawn : decision);
      },
      () => oneFor(c, right),
    );
  };
  return { get, post };
};

export const cancelPage = giveUpPage({
  right: 'cancel',
  decision: DONE.cancelled,
  title: (name) => `Hủy đăng ký của ${name}?`,
  submit: 'Hủy đăng ký',
  effect: ({ registration, event }, now) => {
    if (registration.status !== 'confirmed') return '';
    return isLate(event, now)
      ? 'Sắp đến giờ nên hệ thống không tự xếp nữa: chỗ để trống, vui lòng xếp cho người đang chờ. '
      : 'Chỗ dành cho người đầu danh sách chờ. ';
  },
  act: cancelByStaff,
  byThemselves: true,
});

export const declinePage = giveUpPage({
  right: 'decline',
  decision: DONE.declined,
  title: (name) => `Không duyệt ${name}?`,
  submit: 'Không duyệt',
  effect: () => '',
  act: decline,
});
