import type * as z from 'zod';
import { mustManage } from '../../../../functions/directory/staff/may';
import { parse } from '../../../../functions/platform/input/parse';
import { shortDay } from '../../../../functions/platform/time/format-date';
import { typedDate } from '../../../../functions/platform/time/typed';
import {
  CONSENT_WAYS,
  ETHNICITY_CONSENT,
  type EthnicityAnswer,
  EthnicityInput,
  getEthnicity,
  setEthnicity,
} from '../../../../functions/register/mediators/ethnicity';
import { getMediator } from '../../../../functions/register/mediators/get';
import type { Mediator } from '../../../../functions/register/mediators/mediator';
import type { Page } from '../../../env';
import { DONE, QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { Button, defineForm, type Fields, versionIn } from '../../../ui/form';
import { RegisterPage } from '../parts/register-page';

interface Shown {
  mediator: Mediator;
  answer: EthnicityAnswer | undefined;
}

export const CONSENT_WORDS: Record<(typeof CONSENT_WAYS)[number], string> = {
  paper: 'Ký trên giấy',
  spoken: 'Nói trực tiếp hoặc qua điện thoại',
  message: 'Qua tin nhắn',
};

const ethnicityForm = defineForm({
  fields: () => ({
    version: { as: 'hidden' },
    answer: {
      as: 'radios',
      label: 'Người này trả lời',
      options: [
        { value: 'given', label: 'Cung cấp dân tộc' },
        { value: 'declined', label: 'Không cung cấp' },
      ],
      codes: { '*': 'required' },
    },
    ethnicity: { label: 'Dân tộc', hint: 'Khi người này cung cấp. Ví dụ: Kinh, Khmer, Hoa.' },
    agreedOn: { label: 'Ngày đồng ý', hint: 'Khi người này cung cấp dân tộc.', date: true },
    agreedBy: {
      as: 'select',
      label: 'Cách đồng ý',
      empty: 'Chọn',
      options: CONSENT_WAYS.map((value) => ({ value, label: CONSENT_WORDS[value] })),
    },
  }),
  fill: ({ answer }: Shown) => ({
    version: String(answer?.version ?? 0),
    answer: answer && (answer.declined ? 'declined' : 'given'),
    ethnicity: answer?.ethnicity,
    agreedOn: answer?.agreed && shortDay(answer.agreed.on),
    agreedBy: answer?.agreed?.by,
  }),
  page: (c, form, { mediator }) => (
    <RegisterPage
      c={c}
      title={`Dân tộc: ${mediator.fullName}`}
      back={{ href: routes.consoleMediator(mediator.id), label: mediator.fullName }}
    >
      <div class="form">
        <form.Errors />
        <p>Chỉ ghi dân tộc khi người này đồng ý với lời sau (bản {ETHNICITY_CONSENT.version}):</p>
        <blockquote>{ETHNICITY_CONSENT.words}</blockquote>
        <form.Post action={routes.consoleMediatorPart(mediator.id, 'dan-toc')}>
          <form.Fields />
          <p class="soft">Chọn “Không cung cấp” thì dân tộc đã ghi trước đó được xóa.</p>
          <Button>Lưu</Button>
        </form.Post>
      </div>
    </RegisterPage>
  ),
});

const answerIn = ({
  answer,
  ethnicity,
  agreedOn,
  agreedBy,
}: Fields<'answer' | 'ethnicity' | 'agreedOn' | 'agreedBy'>): z.output<typeof EthnicityInput> =>
  parse(
    EthnicityInput,
    answer === 'given'
      ? { answer, ethnicity: ethnicity ?? '', agreedOn: typedDate(agreedOn ?? ''), agreedBy }
      : { answer },
  );

const read = async (c: Page): Promise<Shown> => {
  mustManage(c.get('account'));
  const [world, id] = [c.get('world'), c.req.param('id')!];
  const mediator = await getMediator(world, id);
  return { mediator, answer: await getEthnicity(world, c.get('account'), id) };
};

/** What a mediator answered about their ethnic origin: for admins. */
export const ethnicityPage = {
  get: async (c: Page) => ethnicityForm.show(c, await read(c)),
  post: async (c: Page) => {
    const { mediator } = await read(c);
    return ethnicityForm.handle(
      c,
      async ({ fields }) => {
        const input = answerIn(fields);
        const version = versionIn(fields);
        await setEthnicity(c.get('world'), c.get('account'), mediator.id, { ...input, version });
        return withQuery(routes.consoleMediator(mediator.id), { [QUERY.done]: DONE.saved });
      },
      () => read(c),
    );
  },
};
