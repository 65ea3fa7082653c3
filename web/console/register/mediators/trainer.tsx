import { parse } from '../../../../functions/platform/input/parse';
import { shortDay } from '../../../../functions/platform/time/format-date';
import { typedDate } from '../../../../functions/platform/time/typed';
import { allowedMediator } from '../../../../functions/register/mediators/allowed';
import { markTrainer, TrainerInput } from '../../../../functions/register/mediators/decide';
import { type Mediator, TRAINER_LEVELS } from '../../../../functions/register/mediators/mediator';
import type { Page } from '../../../env';
import { DONE, QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { Button, defineForm, versionIn } from '../../../ui/form';
import { RegisterPage } from '../parts/register-page';
import { TRAINER_WORDS } from '../parts/words';

/** The choice that takes the mark away. */
const NONE = 'khong';

const trainerForm = defineForm({
  fields: () => ({
    version: { as: 'hidden' },
    level: {
      as: 'radios',
      label: 'Tập huấn viên',
      options: [
        ...TRAINER_LEVELS.map((value) => ({ value, label: TRAINER_WORDS[value] })),
        { value: NONE, label: 'Không phải tập huấn viên' },
      ],
    },
    number: { label: 'Số quyết định', optional: true },
    on: { label: 'Ngày quyết định', date: true, optional: true },
  }),
  fill: ({ mediator: { version, trainer } }: { mediator: Mediator }) => ({
    version: String(version),
    level: trainer?.level,
    number: trainer?.number,
    on: trainer && shortDay(trainer.on),
  }),
  page: (c, form, { mediator }) => (
    <RegisterPage
      c={c}
      title={`Tập huấn viên: ${mediator.fullName}`}
      back={{ href: routes.consoleMediator(mediator.id), label: mediator.fullName }}
    >
      <div class="form">
        <form.Errors />
        <form.Post action={routes.consoleMediatorPart(mediator.id, 'tap-huan-vien')}>
          <form.Fields />
          <Button>Lưu</Button>
        </form.Post>
      </div>
    </RegisterPage>
  ),
});

const read = async (c: Page): Promise<{ mediator: Mediator }> => {
  const id = c.req.param('id')!;
  const { mediator } = await allowedMediator(c.get('world'), c.get('account'), id, 'edit');
  return { mediator };
};

/** Marks a mediator as a trainer, or takes the mark away. */
export const trainerPage = {
  get: async (c: Page) => trainerForm.show(c, await read(c)),
  post: async (c: Page) => {
    const { mediator } = await read(c);
    return trainerForm.handle(
      c,
      async ({ fields: { level, number, on, ...rest } }) => {
        const input =
          level === NONE
            ? undefined
            : parse(TrainerInput, { level, number: number ?? '', on: typedDate(on ?? '') });
        await markTrainer(c.get('world'), mediator.id, versionIn(rest), input);
        return withQuery(routes.consoleMediator(mediator.id), { [QUERY.done]: DONE.trainerMarked });
      },
      () => read(c),
    );
  },
};
