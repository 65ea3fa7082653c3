import { parse } from '../../../functions/platform/input/parse';
import { showCount } from '../../../functions/platform/text/count';
import { enterAppealAnswer } from '../../../functions/programme/appeals/answer';
import { type Asked, EnteredAppealSaid } from '../../../functions/programme/appeals/appeal';
import { mayAppeals } from '../../../functions/programme/appeals/may';
import { getAsked } from '../../../functions/programme/appeals/read';
import { takeAppealAnswer } from '../../../functions/programme/appeals/take';
import { askedState, giftWords } from '../../../functions/programme/appeals/words';
import type { Page } from '../../env';
import {
  AppealFacts,
  SaidQuestions,
  SaidView,
  saidFields,
  saidOf,
  saidValues,
} from '../../parts/appeals/answer';
import { lateWords, STATE_TAG } from '../../parts/inquiries/state';
import { throughField } from '../../parts/inquiries/through';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Done } from '../../ui/console';
import { Button, defineForm, versionIn } from '../../ui/form';
import { AppealPage, idOf, mustAppeals } from './access';

const readAsked = (c: Page): Promise<Asked> => getAsked(c.get('world'), idOf(c));

const toAppeal = ({ about, title }: Asked) => ({ id: about.appealId, title });

/** What one body was asked, its answer, and what can be done about it. */
export const askedPage = async (c: Page): Promise<Response> => {
  mustAppeals(c, 'see');
  const asked = await readAsked(c);
  const { status, about, answer } = asked;
  const write = mayAppeals(c.get('account')).write;
  const open = status === 'asked' || status === 'answered';
  return c.html(
    <AppealPage c={c} title={asked.bodyName} below={toAppeal(asked)}>
      <Done c={c} words={{ [DONE.answerEntered]: 'Đã ghi câu trả lời của cơ quan.' }} />
      <p>
        <span class={STATE_TAG[status]}>{askedState(asked)}</span>
      </p>
      <AppealFacts asked={asked} late={lateWords(asked, c.get('world').now())} />
      <h2>Trả lời</h2>
      {answer ? <SaidView asked={asked} /> : <p>Chưa có trả lời.</p>}
      {answer && answer.n > 1 && (
        <p class="soft">Cơ quan đã thay đổi trả lời; đây là lần {showCount(answer.n)}.</p>
      )}
      {asked.endWords && <p>{asked.endWords}</p>}
      {write && (
        <p class="actions no-print">
          {answer && !about.taken && status !== 'withdrawn' && (
            <a class="btn" href={routes.consoleAsked(asked.id, '/ghi-nhan')}>
              {answer.said.gifts.length > 0 ? 'Ghi thành cam kết' : 'Ghi nhận trả lời'}
            </a>
          )}
          {open && (
            <a class="btn plain" href={routes.consoleAsked(asked.id, '/tra-loi')}>
              Nhập trả lời qua điện thoại, công văn
            </a>
          )}
        </p>
      )}
    </AppealPage>,
  );
};

const enterForm = defineForm({
  fields: () => ({
    through: throughField('Cơ quan trả lời bằng cách nào?'),
    ...saidFields(),
  }),
  fill: saidValues,
  page: (c, form, asked: Asked) => (
    <AppealPage c={c} title={`Nhập trả lời của ${asked.bodyName}`} below={toAppeal(asked)}>
      <form.Errors />
      <form.Post
        class="form"
        action={routes.consoleAsked(asked.id, '/tra-loi')}
        hidden={form.errors.length > 0 ? { version: String(asked.version) } : {}}
      >
        <form.Field name="through" />
        <SaidQuestions form={form} asked={asked} />
        <Button>Lưu trả lời</Button>
      </form.Post>
    </AppealPage>
  ),
});

/** The organizer enters an answer that came by phone or letter. */
export const enterPage = {
  get: async (c: Page) => {
    mustAppeals(c, 'write');
    return enterForm.show(c, await readAsked(c));
  },
  post: (c: Page) => {
    mustAppeals(c, 'write');
    return enterForm.handle(
      c,
      async (posted) => {
        const { version, through, ...said } = parse(EnteredAppealSaid, {
          ...saidOf(posted),
          through: posted.fields.through,
          version: versionIn(posted.fields),
        });
        await enterAppealAnswer(c.get('world'), idOf(c), { version, through, said });
        return withQuery(routes.consoleAsked(idOf(c)), { [QUERY.done]: DONE.answerEntered });
      },
      () => readAsked(c),
    );
  },
};

const takeForm = defineForm({
  fields: () => ({ version: { as: 'hidden' } }),
  fill: ({ version }: Asked) => ({ version: String(version) }),
  page: (c, form, asked) => {
    const gifts = asked.answer?.said.gifts ?? [];
    return (
      <AppealPage c={c} title="Ghi nhận trả lời" below={toAppeal(asked)}>
        <form.Errors />
        {gifts.length > 0 ? (
          <>
            <p>{asked.bodyName} hỗ trợ những nội dung sau; mỗi nội dung được ghi thành một cam kết:</p>
            <ul>
              {gifts.map((gift) => (
                <li>{giftWords(gift, asked.about.needs)}</li>
              ))}
            </ul>
          </>
        ) : (
          <p>Trả lời không có nội dung nào để ghi thành cam kết. Hỗ trợ khác thì ghi tại mục Nguồn lực.</p>
        )}
        <p>Sau khi ghi nhận, cơ quan không sửa trả lời được nữa.</p>
        <form.Post class="form" action={routes.consoleAsked(asked.id, '/ghi-nhan')}>
          <Button>{gifts.length > 0 ? 'Ghi thành cam kết' : 'Ghi nhận'}</Button>
        </form.Post>
      </AppealPage>
    );
  },
});

/** Takes an answer over: its gifts become pledges. */
export const takePage = {
  get: async (c: Page) => {
    mustAppeals(c, 'write');
    return takeForm.show(c, await readAsked(c));
  },
  post: (c: Page) => {
    mustAppeals(c, 'write');
    return takeForm.handle(
      c,
      async ({ fields }) => {
        const { about } = await readAsked(c);
        await takeAppealAnswer(c.get('world'), { id: idOf(c), version: versionIn(fields) });
        return withQuery(routes.consoleAppeal(about.appealId), { [QUERY.done]: DONE.taken });
      },
      () => readAsked(c),
    );
  },
};
