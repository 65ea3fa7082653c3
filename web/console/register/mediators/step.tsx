import { parse } from '../../../../functions/platform/input/parse';
import { Problem } from '../../../../functions/platform/problem/problem';
import { typedDate } from '../../../../functions/platform/time/typed';
import { allowedMediator } from '../../../../functions/register/mediators/allowed';
import { recordStep, StepInput } from '../../../../functions/register/mediators/decide';
import type { Mediator } from '../../../../functions/register/mediators/mediator';
import { mayBecome, type State } from '../../../../functions/register/mediators/steps';
import type { Page } from '../../../env';
import { DONE, QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { Button, defineForm, versionIn } from '../../../ui/form';
import { RegisterPage } from '../parts/register-page';

interface Verb {
  part: 'cong-nhan' | 'thoi-lam' | 'bau-lai';
  title: (name: string) => string;
  lead: string;
  number: string;
  button: string;
  done: string;
}

const VERBS: Record<State, Verb> = {
  recognised: {
    part: 'cong-nhan',
    title: (name) => `Ghi công nhận ${name}`,
    lead: 'Hệ thống chỉ ghi lại quyết định của Chủ tịch Ủy ban nhân dân cấp xã.',
    number: 'Số quyết định công nhận',
    button: 'Ghi công nhận',
    done: DONE.recognised,
  },
  dismissed: {
    part: 'thoi-lam',
    title: (name) => `Ghi thôi làm hòa giải viên: ${name}`,
    lead: 'Những gì đã ghi về người này vẫn được giữ. Nếu được bầu lại, ông/bà ghi tiếp ở trang của người này.',
    number: 'Số quyết định thôi làm',
    button: 'Ghi thôi làm',
    done: DONE.dismissed,
  },
  elected: {
    part: 'bau-lai',
    title: (name) => `Ghi bầu lại ${name}`,
    lead: 'Sau khi bầu, người này chờ quyết định công nhận.',
    number: 'Số biên bản bầu',
    button: 'Ghi bầu lại',
    done: DONE.electedAgain,
  },
};

/** The page and the handler of one kind of decision. */
export const stepPage = (state: State) => {
  const verb = VERBS[state];
  const form = defineForm({
    fields: () => ({
      version: { as: 'hidden' },
      number: { label: verb.number, optional: state === 'elected' },
      on: { label: state === 'elected' ? 'Ngày bầu' : 'Ngày quyết định', date: true },
    }),
    fill: ({ mediator }: { mediator: Mediator }) => ({ version: String(mediator.version) }),
    page: (c, filled, { mediator }) => (
      <RegisterPage
        c={c}
        title={verb.title(mediator.fullName)}
        back={{ href: routes.consoleMediator(mediator.id), label: mediator.fullName }}
      >
        <div class="form">
          <filled.Errors />
          <p>{verb.lead}</p>
          {mediator.state === state && (
            <p class="notice">Bước này đã được ghi. Ghi lại khi số hoặc ngày ghi nhầm; dòng cũ vẫn còn.</p>
          )}
          <filled.Post action={routes.consoleMediatorPart(mediator.id, verb.part)}>
            <filled.Fields />
            <Button>{verb.button}</Button>
          </filled.Post>
        </div>
      </RegisterPage>
    ),
  });
  const read = async (c: Page): Promise<{ mediator: Mediator }> => {
    const id = c.req.param('id')!;
    const { mediator } = await allowedMediator(c.get('world'), c.get('account'), id, 'edit');
    return { mediator };
  };
  return {
    get: async (c: Page) => {
      const { mediator } = await read(c);
      if (!mayBecome(mediator.state, state)) throw new Problem('conflict', 'step-not-possible');
      return form.show(c, { mediator });
    },
    post: async (c: Page) => {
      const { mediator } = await read(c);
      return form.handle(
        c,
        async ({ fields }) => {
          const input = parse(StepInput, { on: typedDate(fields.on ?? ''), number: fields.number });
          await recordStep(c.get('world'), mediator.id, versionIn(fields), { ...input, state });
          return withQuery(routes.consoleMediator(mediator.id), { [QUERY.done]: verb.done });
        },
        () => read(c),
      );
    },
  };
};
