import type { FC } from 'hono/jsx';
import type { Confirmation } from '../../../functions/confirmations/confirmation';
import { peopleOf } from '../../../functions/confirmations/people';
import {
  type Proposal,
  proposalsOf,
  TakeOverInput,
  takeOverConfirmation,
} from '../../../functions/confirmations/proposals';
import { confirmationRights } from '../../../functions/confirmations/register';
import { parse } from '../../../functions/platform/input/parse';
import { Problem } from '../../../functions/platform/problem/problem';
import type { Page } from '../../env';
import { listIn } from '../../parts/confirmations/read-form';
import {
  ConfirmationFacts,
  ConfirmationState,
  proposalName,
  proposalWords,
} from '../../parts/confirmations/view';
import { BUTTON, DONE, QUERY, STEP, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, errorAt, type FormState, fieldId, messageOf } from '../../ui/form';
import { BelowConfirmations, idOf, mustAsk, readConfirmation } from './access';

const KEYS = 'keys';

interface Shown {
  confirmation: Confirmation;
  proposals: readonly Proposal[];
  rights: { write: boolean; enter: boolean };
}

const read = async (c: Page): Promise<Shown> => {
  const world = c.get('world');
  const confirmation = await readConfirmation(c);
  const [list, { write, of }] = await Promise.all([
    peopleOf(world, confirmation),
    confirmationRights(world, c.get('account')),
  ]);
  return {
    confirmation,
    proposals: proposalsOf(confirmation, list),
    rights: { write, enter: of(confirmation).enter },
  };
};

const isOpen = ({ status }: Confirmation): boolean => status === 'asked' || status === 'answered';

const oneForm = defineForm({
  fields: () => ({
    [KEYS]: { as: 'custom' },
    number: {
      label: 'Số quyết định cho người thôi làm',
      hint: 'Cho người mà cấp xã chưa ghi số quyết định.',
      class: 'short',
      optional: true,
    },
  }),
  page: (c, form, { confirmation, proposals, rights }: Shown) => (
    <BelowConfirmations c={c} title={confirmation.title}>
      <p>
        <ConfirmationState of={confirmation} />
      </p>
      <form.Errors />
      <ConfirmationFacts of={confirmation} now={c.get('world').now()} />
      {confirmation.answer && <h2>Đề nghị thay đổi</h2>}
      {confirmation.answer && proposals.length === 0 && (
        <p>Cấp xã xác nhận danh sách đúng như hiện có, không đề nghị thay đổi.</p>
      )}
      {proposals.length > 0 && (
        <form.Post action={routes.consoleConfirmation(confirmation.id)}>
          <Proposals form={form} proposals={proposals} mayTake={rights.write && isOpen(confirmation)} />
          {rights.write && isOpen(confirmation) && proposals.some(({ isDone }) => !isDone) && (
            <div class="form">
              <form.Field name="number" />
              <p class="actions">
                <Button>Ghi những đề nghị đã chọn</Button>
                <Button kind="plain" name={BUTTON.step} value={STEP.import}>
                  Ghi tất cả
                </Button>
              </p>
            </div>
          )}
        </form.Post>
      )}
      {isOpen(confirmation) && <Acts {...rights} of={confirmation} />}
    </BelowConfirmations>
  ),
});

const Proposals: FC<{ form: FormState; proposals: readonly Proposal[]; mayTake: boolean }> = ({
  form,
  proposals,
  mayTake,
}) => {
  const error = errorAt(form, KEYS);
  return (
    <div class="scroll" tabindex={0} role="region" aria-label="Đề nghị thay đổi" id={fieldId(KEYS)}>
      {error && <p class="error-text">{messageOf(form.language, error)}</p>}
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">Hòa giải viên</th>
            <th scope="col">Tổ hòa giải</th>
            <th scope="col">Đề nghị</th>
            <th scope="col">Tình trạng</th>
          </tr>
        </thead>
        <tbody>
          {proposals.map((one) => {
            const refused = errorAt(form, one.key);
            const id = fieldId(one.key);
            return (
              <tr>
                <th scope="row">
                  {mayTake && !one.isDone ? (
                    <div class="check">
                      <input
                        type="checkbox"
                        id={id}
                        name={KEYS}
                        value={one.key}
                        checked={listIn(form.values, KEYS).includes(one.key)}
                      />
                      <label for={id}>{proposalName(one)}</label>
                    </div>
                  ) : (
                    proposalName(one)
                  )}
                </th>
                <td data-label="Tổ hòa giải">{one.team?.name ?? '–'}</td>
                <td data-label="Đề nghị">
                  {proposalWords(one)}
                  {refused && <p class="error-text">{messageOf(form.language, refused)}</p>}
                </td>
                <td data-label="Tình trạng">
                  {one.isDone ? <span class="tag grey">Đã ghi</span> : <span class="tag">Chưa ghi</span>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
};

const Acts: FC<Shown['rights'] & { of: Confirmation }> = ({ write, enter, of: { id, status } }) => {
  const acts: [boolean, string, string][] = [
    [enter, 'tra-loi', 'Xác nhận thay cấp xã, hoặc nhập trả lời qua điện thoại, công văn'],
    [write, 'hoi-lai', 'Đề nghị xác nhận lại'],
    [write && status === 'answered', 'ket-thuc', 'Kết thúc việc xác nhận'],
    [write, 'thoi', 'Thôi đề nghị xác nhận'],
  ];
  return (
    <ul class="steps">
      {acts
        .filter(([may]) => may)
        .map(([, verb, label]) => (
          <li>
            <a href={routes.consoleConfirmationAct(id, verb)}>{label}</a>
          </li>
        ))}
    </ul>
  );
};

/** One confirmation: what the commune said, and what of it is written into the register. */
export const confirmationPage = {
  get: async (c: Page) => oneForm.show(c, await read(c)),
  post: async (c: Page) => {
    await mustAsk(c);
    return oneForm.handle(
      c,
      async ({ fields, typed, step }) => {
        const keys = listIn(typed, KEYS);
        if (step !== STEP.import && keys.length === 0)
          throw new Problem('invalid', 'invalid', {}, [{ path: KEYS, code: 'confirmation-none' }]);
        const input = parse(TakeOverInput, {
          ...(step !== STEP.import && { keys }),
          number: fields.number,
        });
        const { refused } = await takeOverConfirmation(c.get('world'), idOf(c), input);
        if (refused.length > 0)
          throw new Problem(
            'invalid',
            'invalid',
            {},
            refused.map(
              ({
                key,
                problem: {
                  code,
                  detail,
                  fields: [first],
                },
              }) => (first ? { ...first, path: key } : { path: key, code, detail }),
            ),
          );
        return withQuery(routes.consoleConfirmation(idOf(c)), { [QUERY.done]: DONE.saved });
      },
      () => read(c),
    );
  },
};
