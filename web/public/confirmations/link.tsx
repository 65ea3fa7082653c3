import { answerConfirmation, openConfirmation } from '../../../functions/confirmations/answer';
import type { Confirmation } from '../../../functions/confirmations/confirmation';
import { linkPeople, linkShows } from '../../../functions/confirmations/link';
import type { TeamPeople } from '../../../functions/confirmations/people';
import type { Page } from '../../env';
import { ConfirmRows, confirmFields } from '../../parts/confirmations/fields';
import { typedOf, withConfirmed } from '../../parts/confirmations/read-form';
import { ConfirmationFacts, ConfirmationState } from '../../parts/confirmations/view';
import { LinkPage } from '../../parts/inquiries/link-page';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { defineForm, versionIn } from '../../ui/form';

const tokenOf = (c: Page): string => c.req.param('token') ?? '';

interface Shown {
  confirmation: Confirmation;
  list: readonly TeamPeople[];
}

const answerForm = defineForm({
  fields: confirmFields,
  fill: ({ confirmation }: Shown) => ({
    ...typedOf(confirmation.answer?.said),
    version: String(confirmation.version),
  }),
  page: (c, form, { confirmation, list }) => (
    <LinkPage
      c={c}
      form={form}
      inquiry={confirmation}
      state={<ConfirmationState of={confirmation} />}
      action={routes.confirmation(tokenOf(c))}
      noun="trả lời"
      until="việc xác nhận kết thúc"
      questions={<ConfirmRows form={form} list={list} position={<form.Field name="position" />} />}
    >
      <ConfirmationFacts of={confirmation} now={c.get('world').now()} />
    </LinkPage>
  ),
});

/** What the link shows: the people of now, without phones. */
const read = async (c: Page): Promise<Shown> => {
  const world = c.get('world');
  const confirmation = linkShows(await openConfirmation(world, tokenOf(c)));
  return { confirmation, list: await linkPeople(world, confirmation) };
};

/** The personal link of a yearly confirmation: reading the list, confirming it, changing that. */
export const confirmationLinkPage = {
  get: async (c: Page) => answerForm.show(c, await read(c)),
  post: (c: Page) =>
    answerForm.handle(
      c,
      async (posted) => {
        const version = versionIn(posted.fields);
        await withConfirmed(posted, (said) =>
          answerConfirmation(c.get('world'), tokenOf(c), { version, said }),
        );
        return withQuery(routes.confirmation(tokenOf(c)), { [QUERY.sent]: true });
      },
      () => read(c),
    ),
};
