import type { FC } from 'hono/jsx';
import { getEvents } from '../../../functions/events/event/get';
import { listMaterials } from '../../../functions/library/materials/list';
import { parse } from '../../../functions/platform/input/parse';
import { newToken } from '../../../functions/platform/keys/ids';
import { showCount } from '../../../functions/platform/text/count';
import { vietnamese } from '../../../functions/platform/time/dates';
import type { World } from '../../../functions/platform/world/world';
import { type Handout, HandoutInput, HandoutUpdate } from '../../../functions/programme/handouts/handout';
import { createHandout, updateHandout } from '../../../functions/programme/handouts/save';
import { listPlans } from '../../../functions/programme/plans/list';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import {
  Button,
  defineForm,
  type FieldSpec,
  type Fields,
  type FilledForm,
  type Option,
  versionIn,
} from '../../ui/form';
import { AMOUNT, amountIn, readChoices } from '../pledges/pledge-form';
import { HandoutPage, idOf, mustHandouts, readOne } from './access';

const FIELDS = {
  version: { as: 'hidden' },
  nonce: { as: 'hidden' },
  title: { label: 'Tên tài liệu', hint: 'Ví dụ: Sổ tay hòa giải ở cơ sở' },
  materialId: {
    as: 'select',
    label: 'Tài liệu trong thư viện',
    empty: 'Không có trong thư viện',
    optional: true,
  },
  printed: { label: 'Số bản đã in', ...AMOUNT },
  year: { label: 'Năm kế hoạch', ...AMOUNT },
  eventId: {
    as: 'select',
    label: 'Cấp tại lớp, hội nghị',
    empty: 'Mọi lớp, hội nghị',
    optional: true,
  },
  taskId: {
    as: 'select',
    label: 'Nhiệm vụ của kế hoạch',
    empty: 'Không gắn với nhiệm vụ nào',
    optional: true,
  },
  remark: { label: 'Ghi chú', optional: true },
} as const satisfies Record<string, FieldSpec>;
type Name = keyof typeof FIELDS;

const handoutIn = ({ title, materialId, printed, year, eventId, taskId, remark }: Fields<Name>) => ({
  title,
  materialId,
  printed: amountIn(printed),
  year: amountIn(year),
  eventId,
  taskId,
  remark,
});

interface Choices {
  materials: readonly Option[];
  events: readonly Option[];
  tasks: readonly Option[];
}

const choicesFor = async (world: World, kept?: { id: string; title: string }): Promise<Choices> => {
  const [materials, { events }, plans] = await Promise.all([
    listMaterials(world),
    readChoices(world, kept),
    listPlans(world),
  ]);
  return {
    materials: materials.map(({ id, title }) => ({ value: id, label: title })),
    events,
    tasks: plans.flatMap(({ year, tasks }) =>
      tasks.map(({ id, row, words }) => ({ value: id, label: `${year}, ${row}: ${words.slice(0, 60)}` })),
    ),
  };
};

const HandoutForm: FC<{ form: FilledForm<Name>; action: string; choices: Choices }> = ({
  form,
  action,
  choices,
}) => (
  <form.Post class="form" action={action}>
    <form.Field name="title" />
    <form.Field name="materialId" options={choices.materials} />
    <form.Field name="printed" />
    <form.Field name="year" />
    <form.Field name="eventId" options={choices.events} />
    <form.Field name="taskId" options={choices.tasks} />
    <form.Field name="remark" />
    <Button>Lưu</Button>
  </form.Post>
);

const newForm = defineForm({
  fields: () => FIELDS,
  fill: (_subject: object, c) => ({
    nonce: newToken(),
    year: String(vietnamese(c.get('world').now()).year),
  }),
  page: async (c, form) => (
    <HandoutPage c={c} title="Ghi tài liệu đã in">
      <form.Errors />
      <HandoutForm
        form={form}
        action={routes.consoleNewHandout()}
        choices={await choicesFor(c.get('world'))}
      />
    </HandoutPage>
  ),
});

/** Writes down what was printed. */
export const newHandoutPage = {
  get: (c: Page) => {
    mustHandouts(c, 'write');
    return newForm.show(c, {});
  },
  post: (c: Page) => {
    mustHandouts(c, 'write');
    return newForm.handle(
      c,
      async ({ fields }) => {
        const input = parse(HandoutInput, { ...handoutIn(fields), nonce: fields.nonce });
        const { id } = await createHandout(c.get('world'), input);
        return withQuery(routes.consoleHandout(id), { [QUERY.done]: DONE.created });
      },
      {},
    );
  },
};

const editForm = defineForm({
  fields: () => FIELDS,
  fill: (handout: Handout) => ({
    version: String(handout.version),
    title: handout.title,
    materialId: handout.materialId,
    printed: showCount(handout.printed),
    year: String(handout.year),
    eventId: handout.eventId,
    taskId: handout.taskId,
    remark: handout.remark,
  }),
  page: async (c, form, handout) => {
    const world = c.get('world');
    const kept = handout.eventId && (await getEvents(world, [handout.eventId])).get(handout.eventId);
    return (
      <HandoutPage c={c} title="Sửa tài liệu cấp phát" below={handout}>
        <form.Errors />
        <HandoutForm
          form={form}
          action={routes.consoleHandoutAct(handout.id, 'sua')}
          choices={await choicesFor(world, kept || undefined)}
        />
      </HandoutPage>
    );
  },
});

/** Changes what was printed. */
export const editHandoutPage = {
  get: async (c: Page) => {
    mustHandouts(c, 'write');
    return editForm.show(c, await readOne(c));
  },
  post: (c: Page) => {
    mustHandouts(c, 'write');
    return editForm.handle(
      c,
      async ({ fields }) => {
        const { version, ...input } = parse(HandoutUpdate, {
          ...handoutIn(fields),
          version: versionIn(fields),
        });
        await updateHandout(c.get('world'), { id: idOf(c), version }, input);
        return withQuery(routes.consoleHandout(idOf(c)), { [QUERY.done]: DONE.saved });
      },
      () => readOne(c),
    );
  },
};
