import { enterConfirmation } from '../../../functions/confirmations/answer';
import { type Confirmation, EnteredConfirmed } from '../../../functions/confirmations/confirmation';
import { peopleOf, type TeamPeople } from '../../../functions/confirmations/people';
import { parse } from '../../../functions/platform/input/parse';
import type { Page } from '../../env';
import { ConfirmRows, confirmFields } from '../../parts/confirmations/fields';
import { typedOf, withConfirmed } from '../../parts/confirmations/read-form';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, versionIn } from '../../ui/form';
import { BelowConfirmations, idOf, readConfirmation, toConfirmation } from './access';

interface Shown {
  confirmation: Confirmation;
  list: readonly TeamPeople[];
}

const enterForm = defineForm({
  fields: () => ({
    ...confirmFields(),
    through: {
      as: 'radios',
      label: 'Cách trả lời',
      options: [
        { value: 'account', label: 'Tôi xác nhận cho địa bàn của tôi' },
        { value: 'phone', label: 'Cấp xã trả lời qua điện thoại' },
        { value: 'letter', label: 'Cấp xã trả lời bằng công văn' },
      ],
    },
  }),
  fill: ({ confirmation }: Shown) => ({
    ...typedOf(confirmation.answer?.said),
    version: String(confirmation.version),
  }),
  page: (c, form, { confirmation, list }) => (
    <BelowConfirmations c={c} title="Nhập xác nhận" back={toConfirmation(confirmation)}>
      <form.Errors />
      <form.Post class="form" action={routes.consoleConfirmationAct(confirmation.id, 'tra-loi')}>
        <form.Field name="through" />
        <ConfirmRows form={form} list={list} position={<form.Field name="position" />} />
        <Button>Lưu xác nhận</Button>
      </form.Post>
    </BelowConfirmations>
  ),
});

const read = async (c: Page): Promise<Shown> => {
  const confirmation = await readConfirmation(c, 'enter');
  return { confirmation, list: await peopleOf(c.get('world'), confirmation) };
};

/** An officer confirms for their own area; staff enter what came by phone or letter. */
export const enterPage = {
  get: async (c: Page) => enterForm.show(c, await read(c)),
  post: async (c: Page) => {
    await readConfirmation(c, 'enter');
    return enterForm.handle(
      c,
      async (posted) => {
        const { fields } = posted;
        await withConfirmed(posted, (said) => {
          const { version, through, ...confirmed } = parse(EnteredConfirmed, {
            ...said,
            version: versionIn(fields),
            through: fields.through,
          });
          return enterConfirmation(c.get('world'), idOf(c), { version, through, said: confirmed });
        });
        return withQuery(routes.consoleConfirmation(idOf(c)), { [QUERY.done]: DONE.answerEntered });
      },
      () => read(c),
    );
  },
};
