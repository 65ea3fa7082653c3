import type { FC } from 'hono/jsx';
import { readUnits, type Units } from '../../../functions/directory/units/list';
import type { Template } from '../../../functions/events/broadcasts/given-templates';
import { daysBegun, GROUPS } from '../../../functions/events/broadcasts/groups';
import { PLACEHOLDERS } from '../../../functions/events/broadcasts/placeholders';
import { listTemplates, saveTemplate } from '../../../functions/events/broadcasts/templates';
import { daysOf } from '../../../functions/events/event/days';
import type { Event } from '../../../functions/events/event/event';
import { previewBroadcast, tryBroadcast } from '../../../functions/notices/broadcasts/preview';
import { countGroups, type GroupCount } from '../../../functions/notices/broadcasts/recipients';
import { sendBroadcast } from '../../../functions/notices/broadcasts/send';
import { shortDay } from '../../../functions/platform/time/format-date';
import type { Handler, Page } from '../../env';
import { areaOptions, unitName } from '../../parts/units/levels';
import { BUTTON, DONE, QUERY, STEP, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, freshForm, type Posted, Select } from '../../ui/form';
import { Island } from '../../ui/island';
import { EventFrame } from '../events/parts/frame';
import { Check } from './check';
import { Groups } from './groups';
import { broadcastIn, eventFor } from './read';

interface Composing {
  event: Event;
  counts: readonly GroupCount[];
  templates: readonly Template[];
  units: Units;
  /** How many days of the event have begun. */
  begun: number;
}

const readComposing = async (c: Page): Promise<Composing> => {
  const world = c.get('world');
  const event = await eventFor(c);
  const [counts, templates, units] = await Promise.all([
    countGroups(world, event),
    listTemplates(world),
    readUnits(world),
  ]);
  return { event, counts, templates, units, begun: daysBegun(event, world.now()) };
};

const TemplateChoice: FC<Pick<Composing, 'event' | 'templates'> & { chosen: string | undefined }> = ({
  event,
  templates,
  chosen,
}) => (
  <form method="get" action={routes.consoleNewBroadcast(event.id)} class="filters shown">
    <Select
      form={freshForm('vi', { [QUERY.template]: chosen })}
      name={QUERY.template}
      label="Bắt đầu từ một mẫu"
      empty="Không dùng mẫu"
      options={templates.map(({ id, name, own }) => ({
        value: id,
        label: name,
        group: own ? 'Mẫu đã lưu' : 'Mẫu có sẵn',
      }))}
    />
    <Button kind="plain">Dùng mẫu</Button>
  </form>
);

const ALL_PLACEHOLDERS = Object.values(PLACEHOLDERS)
  .map((name) => `{${name}}`)
  .join(', ');

const composeForm = defineForm({
  fields: () => ({
    groups: { as: 'custom' },
    area: { as: 'select', label: 'Chỉ ở địa bàn', optional: true, empty: 'Mọi địa bàn', names: true },
    day: { as: 'select', label: 'Có mặt, vắng mặt vào ngày', optional: true, empty: 'Bất kỳ ngày nào' },
    subject: { label: 'Tiêu đề thư', maxlength: 150 },
    words: { as: 'text-area', label: 'Nội dung', rows: 10 },
  }),
  fill: ({ templates }: Composing, c) => {
    const template = templates.find(({ id }) => id === c.req.query(QUERY.template));
    const group = c.req.query(QUERY.group);
    return {
      subject: template?.subject,
      words: template?.words,
      groups: GROUPS.some((known) => known === group) ? group : undefined,
    };
  },
  page: (c, form, { event, counts, templates, units, begun }) => (
    <EventFrame c={c} event={event} at={routes.consoleBroadcasts(event.id)} title="Soạn thông báo">
      <a class="back" href={routes.consoleBroadcasts(event.id)}>
        ‹ Các thông báo đã gửi
      </a>
      {counts.every(({ total }) => total === 0) ? (
        <p class="empty">
          Chưa có ai để gửi: chưa có người đăng ký, nơi được giao chỉ tiêu hay cơ quan được mời.
        </p>
      ) : (
        <>
          <TemplateChoice event={event} templates={templates} chosen={c.req.query(QUERY.template)} />
          <form.Errors />
          <form.Post action={routes.consoleNewBroadcast(event.id)} class="form">
            <h3>Người nhận</h3>
            <Groups form={form} counts={counts} />
            <form.Field
              name="area"
              options={areaOptions(units.inForce)}
              hint="Áp dụng cho người đăng ký và nơi được giao chỉ tiêu. Số người được tính lại ở bước xem trước."
            />
            {begun > 0 && daysOf(event).length > 1 && (
              <form.Field
                name="day"
                options={daysOf(event)
                  .slice(0, begun)
                  .map((day, i) => ({ value: String(i + 1), label: `Ngày thứ ${i + 1}, ${shortDay(day)}` }))}
              />
            )}
            <h3>Nội dung</h3>
            <form.Field name="subject" />
            <form.Field
              name="words"
              hint={
                <>
                  Chỗ điền tự động: {ALL_PLACEHOLDERS}. Lời chào, tên lớp, người liên hệ và chữ ký được thêm
                  sẵn; đường dẫn https:// trong nội dung bấm được.
                </>
              }
            />
            <Button name={BUTTON.step} value={STEP.preview}>
              Xem trước
            </Button>
          </form.Post>
          <Island name="form" />
        </>
      )}
    </EventFrame>
  ),
});

const check = async (c: Page, posted: Posted, composing: Composing, done?: string): Promise<Response> => {
  const input = broadcastIn(posted);
  const { event, units } = composing;
  const preview = await previewBroadcast(c.get('world'), event.id, input);
  return c.html(
    <Check
      c={c}
      event={event}
      input={input}
      posted={posted}
      preview={preview}
      area={input.area && unitName(units.all, input.area)}
      nonce={posted.fields.nonce ?? crypto.randomUUID()}
      done={done}
    />,
  );
};

/** Writes a message: choose and write, look at it, send it. */
export const composePage: { get: Handler; post: Handler } = {
  get: async (c) => composeForm.show(c, await readComposing(c)),
  post: async (c) => {
    const composing = await readComposing(c);
    const world = c.get('world');
    const { id } = composing.event;
    return composeForm.handle(
      c,
      async (posted: Posted) => {
        if (posted.step === STEP.edit) return composeForm.showAgain(c, posted, composing);
        const input = broadcastIn(posted);
        const account = c.get('account')!;
        if (posted.step === STEP.trial) {
          await tryBroadcast(world, account, id, input);
          return check(c, posted, composing, `Đã gửi thư thử đến ${account.email}.`);
        }
        if (posted.step === STEP.keep) {
          const { subject, words } = input;
          const { name } = await saveTemplate(world, {
            name: posted.fields.name ?? subject.slice(0, 80),
            subject,
            words,
          });
          return check(c, posted, composing, `Đã lưu mẫu “${name}”.`);
        }
        if (posted.step !== STEP.send) return check(c, posted, composing);
        const { nonce, expected } = posted.fields;
        const sent = await sendBroadcast(world, id, input, {
          nonce,
          ...(expected && { expected: Number(expected) }),
        });
        return withQuery(routes.consoleBroadcast(sent.id), { [QUERY.done]: DONE.created });
      },
      composing,
    );
  },
};
