import { parse } from '../../../functions/platform/input/parse';
import { typedDate } from '../../../functions/platform/time/typed';
import { AgainInput, EndInput } from '../../../functions/recommendations/recommendation';
import { askReportAgain, closeReport, withdrawReport } from '../../../functions/reports/end';
import type { Report } from '../../../functions/reports/report';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, type FieldSpec, type Fields, versionIn } from '../../ui/form';
import { BelowReports, idOf, mustReports, readReport } from './access';

interface Act<Name extends string> {
  title: string;
  button: string;
  warns?: true;
  fields: Record<Name, FieldSpec>;
  run(c: Page, fields: Fields<Name | 'version'>): Promise<unknown>;
  done: string;
}

/** A page with one form about a report, for the organizer. */
const actPage = <Name extends string>({ title, button, warns, fields, run, done }: Act<Name>) => {
  const form = defineForm({
    fields: () => ({ version: { as: 'hidden' }, ...fields }) as Record<Name | 'version', FieldSpec>,
    page: (c, form, report: Report) => (
      <BelowReports c={c} title={title} back={report}>
        <form.Errors />
        <form.Post class="form" action={c.req.path} hidden={{ version: String(report.version) }}>
          <form.Fields />
          <Button kind={warns && 'warn'}>{button}</Button>
        </form.Post>
      </BelowReports>
    ),
  });
  return {
    get: async (c: Page) => {
      mustReports(c, 'write');
      return form.show(c, await readReport(c));
    },
    post: (c: Page) => {
      mustReports(c, 'write');
      return form.handle(
        c,
        async ({ fields }) => {
          await run(c, fields);
          return withQuery(routes.consoleReport(idOf(c)), { [QUERY.done]: done });
        },
        () => readReport(c),
      );
    },
  };
};

/** Asks the body once more, with words and a new last day. */
export const againPage = actPage({
  title: 'Đề nghị nộp lại, bổ sung',
  button: 'Gửi đề nghị',
  fields: {
    words: { as: 'text-area', label: 'Đề nghị của Sở', hint: 'Cần sửa, bổ sung nội dung gì.', rows: 4 },
    dueOn: {
      label: 'Hạn nộp mới (hết ngày)',
      hint: 'Ngày/tháng/năm, ví dụ 25/11/2027. Đường dẫn cũ không mở được nữa.',
      date: true,
    },
  },
  run: (c, fields) =>
    askReportAgain(
      c.get('world'),
      idOf(c),
      parse(AgainInput, {
        version: versionIn(fields),
        words: fields.words,
        ...(fields.dueOn && { dueOn: typedDate(fields.dueOn) }),
      }),
    ),
  done: DONE.askedAgain,
});

const ending = (fields: Fields<'words' | 'version'>) =>
  parse(EndInput, { version: versionIn(fields), words: fields.words });

/** Closes a report as it was given. */
export const closePage = actPage({
  title: 'Chốt báo cáo',
  button: 'Chốt báo cáo',
  fields: {
    words: {
      as: 'text-area',
      label: 'Ghi chú',
      hint: 'Ví dụ: Đã tổng hợp. Sau khi chốt, cơ quan không sửa báo cáo được nữa.',
      rows: 4,
    },
  },
  run: (c, fields) => closeReport(c.get('world'), idOf(c), ending(fields)),
  done: DONE.closed,
});

/** Asks for the report no more; the body is told the reason. */
export const withdrawPage = actPage({
  title: 'Thôi yêu cầu báo cáo',
  button: 'Thôi yêu cầu',
  warns: true,
  fields: { words: { as: 'text-area', label: 'Lý do', hint: 'Cơ quan được báo lý do.', rows: 4 } },
  run: (c, fields) => withdrawReport(c.get('world'), idOf(c), ending(fields)),
  done: DONE.withdrawn,
});
