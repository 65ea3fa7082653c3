import type { FC } from 'hono/jsx';
import { listBodies } from '../../../functions/directory/bodies/list';
import { listAll } from '../../../functions/events/event/list';
import { TOPIC_NAMES, TOPICS } from '../../../functions/library/catalogue/topic-names';
import { parse } from '../../../functions/platform/input/parse';
import { newToken } from '../../../functions/platform/keys/ids';
import { DAY, iso, localDate } from '../../../functions/platform/time/dates';
import { shortDate, shortDay } from '../../../functions/platform/time/format-date';
import type { World } from '../../../functions/platform/world/world';
import { type Expert, ExpertInput, ExpertUpdate } from '../../../functions/programme/experts/expert';
import { createExpert, removeExpert, updateExpert } from '../../../functions/programme/experts/save';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import {
  Button,
  Checkbox,
  defineForm,
  type FieldSpec,
  type FilledForm,
  fieldId,
  messageOf,
  type Posted,
  versionIn,
} from '../../ui/form';
import { DAY_HINT, dayIn } from '../pledges/pledge-form';
import { ExpertPage, idOf, mustExperts, readOne } from './access';

const FIELDS = {
  version: { as: 'hidden' },
  nonce: { as: 'hidden' },
  bodyId: { as: 'select', label: 'Cơ quan giới thiệu', empty: 'Chọn' },
  fullName: { label: 'Họ và tên' },
  position: { label: 'Chức vụ', hint: 'Ví dụ: Luật sư, Phó Chủ nhiệm Đoàn Luật sư', optional: true },
  topics: { as: 'custom' },
  phone: { label: 'Số điện thoại', inputmode: 'tel', optional: true },
  email: { label: 'Email', inputmode: 'email', optional: true },
  from: { label: 'Nhận lời từ ngày', hint: DAY_HINT, date: true },
  to: { label: 'Đến hết ngày', hint: 'Để trống nếu chưa có ngày cuối.', date: true, optional: true },
  document: { label: 'Văn bản giới thiệu', hint: 'Số và ngày, nếu có', optional: true },
} as const satisfies Record<string, FieldSpec>;
type Name = keyof typeof FIELDS;

const expertIn = ({ fields, typed }: Posted<Name>) => ({
  bodyId: fields.bodyId,
  fullName: fields.fullName,
  position: fields.position,
  topics: [typed.topics ?? []].flat(),
  phone: fields.phone,
  email: fields.email,
  from: dayIn(fields.from),
  to: dayIn(fields.to),
  document: fields.document,
});

const Topics: FC<{ form: FilledForm<Name> }> = ({ form }) => {
  const error = form.errors.find(({ path }) => path.startsWith('topics'));
  return (
    <fieldset id={fieldId('topics')} class={error ? 'invalid' : undefined}>
      <legend>Lĩnh vực</legend>
      {error && <p class="error-text">{messageOf(form.language, error)}</p>}
      {TOPICS.map((topic) => (
        <Checkbox form={form} name="topics" value={topic} label={TOPIC_NAMES[topic]} />
      ))}
    </fieldset>
  );
};

const ExpertForm: FC<{ form: FilledForm<Name>; action: string; world: World }> = async ({
  form,
  action,
  world,
}) => {
  const bodies = await listBodies(world);
  return (
    <form.Post class="form" action={action}>
      <form.Field name="bodyId" options={bodies.map(({ id, name }) => ({ value: id, label: name }))} />
      <form.Field name="fullName" />
      <form.Field name="position" />
      <Topics form={form} />
      <form.Field name="phone" />
      <form.Field name="email" />
      <form.Field name="from" />
      <form.Field name="to" />
      <form.Field name="document" />
      <Button>Lưu</Button>
    </form.Post>
  );
};

const newForm = defineForm({
  fields: () => FIELDS,
  fill: (_subject: object, c) => ({
    nonce: newToken(),
    from: shortDay(localDate(c.get('world').now())),
  }),
  page: (c, form) => (
    <ExpertPage c={c} title="Ghi chuyên gia">
      <p>Chỉ ghi người đã được cơ quan giới thiệu và đã nhận lời.</p>
      <form.Errors />
      <ExpertForm form={form} action={routes.consoleNewExpert()} world={c.get('world')} />
    </ExpertPage>
  ),
});

/** Writes down an expert that a body named. */
export const newExpertPage = {
  get: (c: Page) => {
    mustExperts(c);
    return newForm.show(c, {});
  },
  post: (c: Page) => {
    mustExperts(c);
    return newForm.handle(
      c,
      async (posted) => {
        const input = parse(ExpertInput, { ...expertIn(posted), nonce: posted.fields.nonce });
        await createExpert(c.get('world'), input);
        return withQuery(routes.consoleExperts(), { [QUERY.done]: DONE.created });
      },
      {},
    );
  },
};

/** The events of the next months, each with a link that ticks the expert's body. */
const Invite: FC<{ world: World; expert: Expert }> = async ({ world, expert }) => {
  const events = await listAll(world, { from: iso(world.now()), to: iso(world.now() + 180 * DAY) });
  if (events.length === 0) return null;
  return (
    <>
      <h2>Mời tới lớp, hội nghị</h2>
      <p>Giấy mời gửi {expert.bodyName}, nêu tên chuyên gia trong phần nội dung.</p>
      <ul>
        {events.map(({ id, title, startsAt }) => (
          <li>
            <a href={withQuery(routes.consoleInvite(id), { [QUERY.allChosen]: expert.bodyId })}>
              {title}, {shortDate(startsAt)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
};

const editForm = defineForm({
  fields: () => FIELDS,
  fill: (one: Expert) => ({
    version: String(one.version),
    bodyId: one.bodyId,
    fullName: one.fullName,
    position: one.position,
    topics: one.topics,
    phone: one.phone,
    email: one.email,
    from: shortDay(one.from),
    to: one.to && shortDay(one.to),
    document: one.document,
  }),
  page: (c, form, one) => (
    <ExpertPage c={c} title={one.fullName}>
      <form.Errors />
      <ExpertForm form={form} action={routes.consoleExpert(one.id)} world={c.get('world')} />
      <Invite world={c.get('world')} expert={one} />
      <p>
        <a href={routes.consoleExpertRemove(one.id)}>Bỏ khỏi danh sách</a>
      </p>
    </ExpertPage>
  ),
});

/** One expert: changes, and the events to which the expert can be invited. */
export const editExpertPage = {
  get: async (c: Page) => {
    mustExperts(c);
    return editForm.show(c, await readOne(c));
  },
  post: (c: Page) => {
    mustExperts(c);
    return editForm.handle(
      c,
      async (posted) => {
        const { version, ...input } = parse(ExpertUpdate, {
          ...expertIn(posted),
          version: versionIn(posted.fields),
        });
        await updateExpert(c.get('world'), { id: idOf(c), version }, input);
        return withQuery(routes.consoleExperts(), { [QUERY.done]: DONE.saved });
      },
      () => readOne(c),
    );
  },
};

const removeForm = defineForm({
  fields: () => ({ version: { as: 'hidden' } }),
  fill: ({ version }: Expert) => ({ version: String(version) }),
  page: (c, form, one) => (
    <ExpertPage c={c} title="Bỏ chuyên gia khỏi danh sách">
      <form.Errors />
      <p>
        Họ tên và cách liên hệ của {one.fullName} được xóa khỏi hệ thống. Giấy mời đã gửi cho cơ quan vẫn giữ
        nguyên.
      </p>
      <form.Post action={routes.consoleExpertRemove(one.id)}>
        <Button kind="warn">Bỏ khỏi danh sách</Button>
      </form.Post>
    </ExpertPage>
  ),
});

/** Removes an expert who helps no more. */
export const removePage = {
  get: async (c: Page) => {
    mustExperts(c);
    return removeForm.show(c, await readOne(c));
  },
  post: (c: Page) => {
    mustExperts(c);
    return removeForm.handle(
      c,
      async ({ fields }) => {
        await removeExpert(c.get('world'), { id: idOf(c), version: versionIn(fields) });
        return withQuery(routes.consoleExperts(), { [QUERY.done]: DONE.removed });
      },
      () => readOne(c),
    );
  },
};
