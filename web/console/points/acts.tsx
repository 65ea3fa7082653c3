import { listBodies } from '../../../functions/directory/bodies/list';
import { parse } from '../../../functions/platform/input/parse';
import { typedDate } from '../../../functions/platform/time/typed';
import { decidePoint } from '../../../functions/points/decide';
import { passPoint } from '../../../functions/points/pass';
import { DecideInput, outcomesOf, PassPointInput, type RaisedPoint } from '../../../functions/points/point';
import { POINT_OUTCOME_WORD } from '../../../functions/points/words';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, versionIn } from '../../ui/form';
import { BelowPoints, idOf, must, readOne } from './access';

const decideForm = defineForm({
  fields: () => ({
    version: { as: 'hidden' },
    outcome: { as: 'radios', label: 'Kết quả' },
    words: {
      as: 'text-area',
      label: 'Lời trả lời',
      hint: 'Người gửi đọc được. Có thể để trống khi nhận tham luận.',
      rows: 6,
      optional: true,
    },
  }),
  fill: ({ point }: RaisedPoint) => ({
    outcome: point.outcome ?? (point.sort === 'difficulty' ? 'answered' : undefined),
    words: point.outcomeWords,
  }),
  page: (c, form, one: RaisedPoint) => {
    const { id, sort, version } = one.point;
    const title = sort === 'paper' ? 'Nhận hoặc chưa nhận tham luận' : 'Sở trả lời';
    return (
      <BelowPoints c={c} title={title} back={one}>
        <form.Errors />
        <form.Post
          class="form"
          action={routes.consolePointAct(id, 'tra-loi')}
          hidden={{ version: String(version) }}
        >
          <form.Field
            name="outcome"
            options={outcomesOf(sort).map((value) => ({ value, label: POINT_OUTCOME_WORD[value] }))}
          />
          <form.Field name="words" optional={sort === 'paper'} />
          <Button>Ghi ý kiến</Button>
        </form.Post>
      </BelowPoints>
    );
  },
});

/** The department accepts or declines a paper, or answers a difficulty. */
export const decidePage = {
  get: async (c: Page) => {
    must('handle', c);
    return decideForm.show(c, await readOne(c));
  },
  post: (c: Page) => {
    must('handle', c);
    return decideForm.handle(
      c,
      async ({ fields: { outcome, words, ...fields } }) => {
        const input = parse(DecideInput, { version: versionIn(fields), outcome, ...(words && { words }) });
        await decidePoint(c.get('world'), idOf(c), input);
        return withQuery(routes.consolePoint(idOf(c)), { [QUERY.done]: DONE.saved });
      },
      () => readOne(c),
    );
  },
};

const passForm = defineForm({
  fields: () => ({
    bodyId: { as: 'select', label: 'Cơ quan có thẩm quyền trả lời', empty: 'Chọn cơ quan' },
    dueOn: {
      label: 'Hạn trả lời (hết ngày)',
      hint: 'Ngày cuối cùng được trả lời. Ngày/tháng/năm, ví dụ 15/04/2027',
      date: true,
    },
    topic: { label: 'Chủ đề', optional: true },
  }),
  page: async (c, form, one: RaisedPoint) => {
    const bodies = await listBodies(c.get('world'));
    return (
      <BelowPoints c={c} title="Chuyển cơ quan có thẩm quyền" back={one}>
        <form.Errors />
        <p>
          Nội dung được chuyển thành kiến nghị và theo dõi đến khi kết thúc. Cơ quan nhận đường dẫn riêng qua
          thư, hoặc được gọi điện. Tên người gửi không được chuyển đi.
        </p>
        <form.Post class="form" action={routes.consolePointAct(one.point.id, 'chuyen')}>
          <form.Field name="bodyId" options={bodies.map(({ id, name }) => ({ value: id, label: name }))} />
          <form.Field name="dueOn" />
          <form.Field name="topic" />
          <Button>Chuyển</Button>
        </form.Post>
      </BelowPoints>
    );
  },
});

/** Passes a difficulty to a competent body as a recommendation. */
export const passPage = {
  get: async (c: Page) => {
    must('handle', c);
    return passForm.show(c, await readOne(c));
  },
  post: (c: Page) => {
    must('handle', c);
    return passForm.handle(
      c,
      async ({ fields: { bodyId, dueOn, topic } }) => {
        const input = parse(PassPointInput, {
          bodyId,
          ...(dueOn && { dueOn: typedDate(dueOn) }),
          ...(topic && { topic }),
        });
        await passPoint(c.get('world'), idOf(c), input);
        return withQuery(routes.consolePoint(idOf(c)), { [QUERY.done]: DONE.passed });
      },
      () => readOne(c),
    );
  },
};
