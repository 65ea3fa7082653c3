import type { FC } from 'hono/jsx';
import {
  type MoneyList,
  MoneyListInput,
  moneyList,
  USUAL_PURPOSE,
} from '../../../functions/events/attendance/money-list';
import {
  type MONEY_LIST_FORMATS,
  type MoneyListFormat,
  moneyListFile,
  totalInWords,
} from '../../../functions/events/attendance/money-list-file';
import { getEvent } from '../../../functions/events/event/get';
import { parse } from '../../../functions/platform/input/parse';
import { Problem } from '../../../functions/platform/problem/problem';
import { showCount, typedNumber } from '../../../functions/platform/text/count';
import type { Handler, Page } from '../../env';
import { Documents } from '../../parts/documents/documents';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { sendFile } from '../../ui/download';
import { Button, Field, type FormState, freshForm } from '../../ui/form';
import { EventFrame } from '../events/parts/frame';
import { idOf, rightsOver } from '../registrations/parts/access';

/** What the address asks for. @throws Problem invalid */
const askedOf = (c: Page): MoneyListInput => {
  const rate = c.req.query(QUERY.rate);
  return parse(MoneyListInput, {
    rate: rate === undefined ? undefined : (typedNumber(rate) ?? rate),
    purpose: c.req.query(QUERY.purpose)?.trim() || undefined,
  });
};

/** The fields of the address by the names of the input, so that an error stands beside its field. */
const NAMES: Readonly<Record<string, string>> = { rate: QUERY.rate, purpose: QUERY.purpose };

const Choices: FC<{ c: Page; form: FormState }> = ({ c, form }) => (
  <form method="get" action={c.req.path} class="form">
    <Field
      form={form}
      name={QUERY.rate}
      label="Mức chi cho một người một ngày (đồng)"
      hint="Ví dụ: 100.000"
      inputmode="numeric"
      class="short"
    />
    <Field form={form} name={QUERY.purpose} label="Nội dung chi" />
    <Button>Lập danh sách</Button>
  </form>
);

const Shown: FC<{ list: MoneyList }> = ({ list }) => {
  const { event, rate, purpose, rows, total } = list;
  if (rows.length === 0) return <p>Chưa có ai được điểm danh nên chưa lập được danh sách ký nhận tiền.</p>;
  const query = { [QUERY.rate]: String(rate), [QUERY.purpose]: purpose };
  const file = (format: MoneyListFormat) => withQuery(routes.consoleMoneyListFile(event.id, format), query);
  return (
    <>
      <p class="actions">
        <a class="btn" href={file('docx')}>
          Tải bản Word để in, ký
        </a>
        <a class="btn plain" href={file('xlsx')}>
          Tải bản Excel
        </a>
      </p>
      <p>
        {showCount(rows.length)} người, tổng số tiền <strong>{showCount(total)} đồng</strong>.{' '}
        {totalInWords(list)}
      </p>
      <div class="scroll" tabindex={0} role="region" aria-label="Danh sách ký nhận tiền">
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">Họ và tên</th>
              <th scope="col">Chức vụ, đơn vị</th>
              <th scope="col">Số ngày</th>
              <th scope="col">Thành tiền (đồng)</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr>
                <th scope="row">{row.fullName}</th>
                <td>{row.from}</td>
                <td class="num" data-label="Số ngày">
                  {showCount(row.days)}
                </td>
                <td class="num" data-label="Thành tiền (đồng)">
                  {showCount(row.amount)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
};

/** The list on which people sign for money received: asks for the rate, shows the list, offers it as files. */
export const moneyListPage: Handler = async (c) => {
  await rightsOver(c, 'export');
  const world = c.get('world');
  const event = await getEvent(world, idOf(c));
  let form: FormState = freshForm('vi', {
    [QUERY.rate]: c.req.query(QUERY.rate),
    [QUERY.purpose]: c.req.query(QUERY.purpose) ?? USUAL_PURPOSE,
  });
  let list: MoneyList | undefined;
  if (c.req.query(QUERY.rate) !== undefined)
    try {
      list = await moneyList(world, event.id, askedOf(c));
    } catch (error) {
      if (!(error instanceof Problem) || error.kind !== 'invalid') throw error;
      c.status(422);
      form = { ...form, errors: error.fields.map((e) => ({ ...e, path: NAMES[e.path] ?? e.path })) };
    }
  return c.html(
    <EventFrame c={c} event={event} at={routes.consoleMoneyList(event.id)} title="Danh sách ký nhận tiền">
      <p>
        Những người đã được điểm danh, mỗi người theo số ngày có mặt. Danh sách để in và ký; hệ thống không
        chi tiền.
      </p>
      <Choices c={c} form={form} />
      {list && <Shown list={list} />}
      <Documents c={c} subjectId={event.id} />
    </EventFrame>,
  );
};

/** The same list as a file. */
export const moneyListDownload =
  (format: (typeof MONEY_LIST_FORMATS)[number]): Handler =>
  async (c) => {
    await rightsOver(c, 'export');
    return sendFile(c, await moneyListFile(c.get('world'), idOf(c), askedOf(c), format));
  };
