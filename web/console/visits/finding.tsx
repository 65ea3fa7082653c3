import { askAgain } from '../../../functions/inquiries/change';
import { answersOf } from '../../../functions/inquiries/read';
import { parse } from '../../../functions/platform/input/parse';
import { moment } from '../../../functions/platform/time/format-date';
import { typedDate } from '../../../functions/platform/time/typed';
import { AgainInput } from '../../../functions/recommendations/recommendation';
import { FINDING, type Finding } from '../../../functions/visits/finding';
import { visitScope } from '../../../functions/visits/may';
import type { Page } from '../../env';
import { STATE_TAG } from '../../parts/inquiries/state';
import { SaidView } from '../../parts/recommendations/answer';
import { FINDING_WORD, FindingFacts } from '../../parts/visits/finding';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, versionIn } from '../../ui/form';
import { BelowVisits, idOf, mustWrite, readFinding, toFinding } from './access';

const ACTS = [
  ['tra-loi', 'Nhập giải trình qua điện thoại, công văn'],
  ['hoi-lai', 'Đề nghị giải trình lại'],
  ['ket-thuc', 'Kết thúc'],
  ['rut', 'Rút nội dung'],
] as const;

/** One finding with every reply to it. */
export const findingPage = async (c: Page): Promise<Response> => {
  const world = c.get('world');
  const finding = await readFinding(c);
  const { write } = await visitScope(world, c.get('account'));
  const answers = await answersOf(world, finding.id);
  const open = finding.status === 'asked' || finding.status === 'answered';
  const { visitId, unitName } = finding.about;
  return c.html(
    <BelowVisits
      c={c}
      title={finding.title}
      back={{ href: routes.consoleVisit(visitId), label: `Kiểm tra: ${unitName}` }}
    >
      <p>
        <span class={STATE_TAG[finding.status]}>{FINDING_WORD[finding.status]}</span>
      </p>
      <FindingFacts finding={finding} now={world.now()} />
      {finding.endWords && finding.endedAt && (
        <p>
          {finding.status === 'closed' ? 'Kết quả' : 'Lý do'} ({moment(finding.endedAt)}): {finding.endWords}
        </p>
      )}
      <h2>Giải trình của đơn vị</h2>
      {answers.length === 0 && <p>Chưa có giải trình.</p>}
      {answers.toReversed().map((answer) => (
        <SaidView answer={answer as NonNullable<Finding['answer']>} />
      ))}
      {open && write && (
        <ul class="steps">
          {ACTS.map(([verb, label]) => (
            <li>
              <a href={routes.consoleFindingAct(finding.id, verb)}>{label}</a>
            </li>
          ))}
        </ul>
      )}
    </BelowVisits>,
  );
};

const againForm = defineForm({
  fields: () => ({
    version: { as: 'hidden' },
    words: { as: 'text-area', label: 'Đề nghị của Sở', rows: 4 },
    dueOn: {
      label: 'Hạn giải trình mới (hết ngày)',
      hint: 'Ngày/tháng/năm, ví dụ 15/04/2027',
      date: true,
    },
  }),
  page: (c, form, finding: Finding) => (
    <BelowVisits c={c} title="Đề nghị giải trình lại" back={toFinding(finding)}>
      <form.Errors />
      <p>Đơn vị nhận thư có đường dẫn mới; đường dẫn cũ không mở được nữa.</p>
      <form.Post
        class="form"
        action={routes.consoleFindingAct(finding.id, 'hoi-lai')}
        hidden={{ version: String(finding.version) }}
      >
        <form.Fields />
        <Button>Gửi đề nghị</Button>
      </form.Post>
    </BelowVisits>
  ),
});

/** Asks the unit once more, with words and a new last day. */
export const againPage = {
  get: async (c: Page) => {
    await mustWrite(c);
    return againForm.show(c, await readFinding(c));
  },
  post: async (c: Page) => {
    await mustWrite(c);
    return againForm.handle(
      c,
      async ({ fields }) => {
        const { version, ...asked } = parse(AgainInput, {
          version: versionIn(fields),
          words: fields.words,
          ...(fields.dueOn && { dueOn: typedDate(fields.dueOn) }),
        });
        await askAgain(c.get('world'), { id: idOf(c), kind: FINDING, version }, asked);
        return withQuery(routes.consoleFinding(idOf(c)), { [QUERY.done]: DONE.sent });
      },
      () => readFinding(c),
    );
  },
};
