import { mustManage } from '../../../../functions/directory/staff/may';
import { PERSON_FIELDS, type StoredParticulars } from '../../../../functions/events/person/person-fields';
import { isDelegate, type Registration } from '../../../../functions/events/registrations/registration';
import { parse } from '../../../../functions/platform/input/parse';
import { Problem } from '../../../../functions/platform/problem/problem';
import { showCount } from '../../../../functions/platform/text/count';
import { moment } from '../../../../functions/platform/time/format-date';
import { RestrictInput, restrict, sameAs, unrestrict } from '../../../../functions/privacy/person/restrict';
import type { Handler, Page } from '../../../env';
import { DONE } from '../../../query';
import { Button, defineForm } from '../../../ui/form';
import { Summary } from '../../../ui/summary';
import { type One, oneFor, registrationPath } from '../parts/access';
import { DecidePage } from './decide-page';

interface Shown extends One {
  /** In how many events the person is registered. */
  count: number;
}

const form = defineForm({
  fields: () => ({
    reason: {
      label: 'Lý do',
      hint: 'Ai yêu cầu, bằng cách nào, ngày nào. Chỉ quản trị viên đọc được.',
      maxlength: 300,
      codes: { required: 'reason-required' },
    },
  }),
  page: (c, filled, shown: Shown) => {
    const { registration: r, count } = shown;
    const where = `${showCount(count)} lớp, hội nghị`;
    return r.restricted ? (
      <DecidePage
        c={c}
        one={shown}
        decision={DONE.restricted}
        title="Bỏ hạn chế thông tin?"
        form={filled}
        submit={<Button>Bỏ hạn chế</Button>}
      >
        <SetAside r={r} />
        <p>
          Thông tin của người này hiện lại ở {where}, trong danh sách và với cán bộ phụ trách như trước. Những
          gì phải báo mà chưa báo sẽ được báo.
        </p>
      </DecidePage>
    ) : (
      <DecidePage
        c={c}
        one={shown}
        decision={DONE.restricted}
        title={`Hạn chế thông tin của ${r.fullName}?`}
        form={filled}
        submit={<Button kind="warn">Hạn chế thông tin</Button>}
      >
        <p>
          Ở {where}, họ tên, số điện thoại và mọi thông tin khác của người này được cất riêng: chỉ quản trị
          viên xem được, danh sách và bản in chỉ ghi là có một người. Người này không được gửi thư, không có
          trong danh sách cần gọi. Chỗ, số người, điểm danh giữ nguyên. Khi cần, quản trị viên bỏ hạn chế
          được.
        </p>
        <filled.Fields />
      </DecidePage>
    );
  },
});

/** What is set aside, for admins. */
const SetAside = ({ r: { setAside, restricted } }: { r: Registration }) => {
  const values: Partial<StoredParticulars> = setAside?.values ?? {};
  const rows = Object.entries(PERSON_FIELDS).flatMap(([name, { column }]): [string, string][] => {
    const value = values[name as keyof StoredParticulars];
    if (value === undefined || !column) return [];
    return [[column.head, String(column.write(value as never) ?? '')]];
  });
  return (
    <Summary
      rows={[...rows, ['Hạn chế từ', restricted && moment(restricted)], ['Lý do', setAside?.reason]]}
    />
  );
};

const read = async (c: Page): Promise<Shown> => {
  mustManage(c.get('account'));
  const one = await oneFor(c);
  if (isDelegate(one.registration)) throw new Problem('conflict', 'delegate-by-answer');
  return { ...one, count: (await sameAs(c.get('world'), one.registration.id)).length };
};

/** Restricts a person's data, or lifts that: for admins. */
export const restrictPage: { get: Handler; post: Handler } = {
  get: async (c) => form.show(c, await read(c)),
  post: async (c) => {
    const { registration } = await read(c);
    return form.handle(
      c,
      async ({ fields }) => {
        const [world, account] = [c.get('world'), c.get('account')!];
        const { id } = registration;
        if (registration.restricted) await unrestrict(world, account, id);
        else await restrict(world, account, id, parse(RestrictInput, { reason: fields.reason ?? '' }));
        return registrationPath(id, registration.restricted ? DONE.unrestricted : DONE.restricted);
      },
      () => read(c),
    );
  },
};
