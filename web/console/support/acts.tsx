import { listBodies } from '../../../functions/directory/bodies/list';
import { parse } from '../../../functions/platform/input/parse';
import { Problem } from '../../../functions/platform/problem/problem';
import { typedDate } from '../../../functions/platform/time/typed';
import { enterSupportAnswer } from '../../../functions/support/answer';
import { closeSupportRequest } from '../../../functions/support/close';
import { passSupportRequest } from '../../../functions/support/pass';
import { CloseInput, EnteredSupportSaid, PassInput, type Support } from '../../../functions/support/request';
import { OUTCOME_WORD } from '../../../functions/support/words';
import type { Page } from '../../env';
import { throughField } from '../../parts/inquiries/through';
import { SaidQuestions, saidFields, saidOf, saidValues } from '../../parts/support/answer';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, versionIn } from '../../ui/form';
import { BelowSupport, idOf, mustSupport, readOne } from './access';

const passForm = defineForm({
  fields: () => ({
    bodyId: { as: 'select', label: 'Cơ quan trả lời', empty: 'Chọn cơ quan' },
    dueOn: {
      label: 'Hạn trả lời (hết ngày)',
      hint: 'Ngày cuối cùng được trả lời. Ngày/tháng/năm, ví dụ 15/04/2027',
      date: true,
    },
    note: { as: 'text-area', label: 'Lưu ý thêm cho cơ quan', rows: 3, optional: true },
  }),
  page: async (c, form, one: Support) => {
    const bodies = await listBodies(c.get('world'));
    return (
      <BelowSupport c={c} title="Chuyển tới cơ quan trả lời" back={one}>
        <form.Errors />
        <p>Cơ quan nhận đường dẫn riêng qua thư, hoặc được gọi điện. Tên người gửi không được chuyển đi.</p>
        <form.Post class="form" action={routes.consoleSupportAct(one.request.id, 'chuyen')}>
          <form.Field name="bodyId" options={bodies.map(({ id, name }) => ({ value: id, label: name }))} />
          <form.Field name="dueOn" />
          <form.Field name="note" />
          <Button>Chuyển</Button>
        </form.Post>
      </BelowSupport>
    );
  },
});

/** Passes it to the body that answers. */
export const passPage = {
  get: async (c: Page) => {
    mustSupport(c, 'handle');
    return passForm.show(c, await readOne(c));
  },
  post: (c: Page) => {
    mustSupport(c, 'handle');
    return passForm.handle(
      c,
      async ({ fields: { dueOn, note, bodyId } }) => {
        const input = parse(PassInput, {
          bodyId,
          ...(dueOn && { dueOn: typedDate(dueOn) }),
          ...(note && { note }),
        });
        await passSupportRequest(c.get('world'), idOf(c), input);
        return withQuery(routes.consoleOneSupport(idOf(c)), { [QUERY.done]: DONE.passed });
      },
      () => readOne(c),
    );
  },
};

const enterForm = defineForm({
  fields: () => ({
    through: throughField('Cơ quan trả lời bằng cách nào?'),
    ...saidFields,
  }),
  fill: (one: Support) => saidValues(one.inquiry!),
  page: (c, form, one: Support) => (
    <BelowSupport c={c} title="Nhập trả lời của cơ quan" back={one}>
      <form.Errors />
      <form.Post
        class="form"
        action={routes.consoleSupportAct(one.request.id, 'tra-loi')}
        hidden={form.errors.length > 0 ? { version: String(one.inquiry!.version) } : {}}
      >
        <form.Field name="through" />
        <SaidQuestions form={form} />
        <Button>Lưu trả lời</Button>
      </form.Post>
    </BelowSupport>
  ),
});

const readPassed = async (c: Page): Promise<Support> => {
  mustSupport(c, 'handle');
  const one = await readOne(c);
  if (!one.inquiry) throw new Problem('missing', 'inquiry-missing');
  return one;
};

/** The organizer enters an answer that came by phone or letter. */
export const enterPage = {
  get: async (c: Page) => enterForm.show(c, await readPassed(c)),
  post: async (c: Page) => {
    await readPassed(c);
    return enterForm.handle(
      c,
      async ({ fields }) => {
        const { version, through, ...said } = parse(EnteredSupportSaid, {
          ...saidOf(fields),
          through: fields.through,
          version: versionIn(fields),
        });
        await enterSupportAnswer(c.get('world'), idOf(c), { version, through }, said);
        return withQuery(routes.consoleOneSupport(idOf(c)), { [QUERY.done]: DONE.answerEntered });
      },
      () => readPassed(c),
    );
  },
};

const closeForm = defineForm({
  fields: () => ({
    version: { as: 'hidden' },
    outcome: {
      as: 'radios',
      label: 'Kết quả',
      options: Object.entries(OUTCOME_WORD).map(([value, label]) => ({ value, label })),
    },
    words: {
      as: 'text-area',
      label: 'Lời nhắn cho hòa giải viên',
      hint: 'Hòa giải viên đọc được, hoặc được gọi điện.',
      rows: 4,
      optional: true,
    },
  }),
  page: (c, form, one: Support) => (
    <BelowSupport c={c} title="Kết thúc đề nghị hỗ trợ" back={one}>
      <form.Errors />
      <form.Post
        class="form"
        action={routes.consoleSupportAct(one.request.id, 'ket-thuc')}
        hidden={{ version: String(one.request.version) }}
      >
        <form.Field name="outcome" />
        <form.Field name="words" />
        <Button>Kết thúc</Button>
      </form.Post>
    </BelowSupport>
  ),
});

/** Says what came of the case. */
export const closePage = {
  get: async (c: Page) => {
    mustSupport(c, 'handle');
    return closeForm.show(c, await readOne(c));
  },
  post: (c: Page) => {
    mustSupport(c, 'handle');
    return closeForm.handle(
      c,
      async ({ fields: { outcome, words, ...fields } }) => {
        const input = parse(CloseInput, { version: versionIn(fields), outcome, ...(words && { words }) });
        await closeSupportRequest(c.get('world'), idOf(c), input);
        return withQuery(routes.consoleOneSupport(idOf(c)), { [QUERY.done]: DONE.closed });
      },
      () => readOne(c),
    );
  },
};
