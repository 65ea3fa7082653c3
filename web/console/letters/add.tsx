import type { Body } from '../../../functions/directory/bodies/body';
import { listBodies } from '../../../functions/directory/bodies/list';
import { listInvitations } from '../../../functions/events/invitations/list';
import { Addition, addToLetter } from '../../../functions/events/invitations/shared/add';
import { type LetterToMany, readLetter } from '../../../functions/events/invitations/shared/members';
import { parse } from '../../../functions/platform/input/parse';
import type { Handler, Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { Button, defineForm } from '../../ui/form';
import { idOf, mustInvite } from '../invitations/parts/access';
import { BodyChoice, tickedBy } from '../invitations/parts/body-choice';

interface Adding extends LetterToMany {
  bodies: readonly Body[];
  invited: ReadonlySet<string>;
}

const readAdding = async (c: Page): Promise<Adding> => {
  const world = c.get('world');
  const many = await readLetter(world, idOf(c));
  const [bodies, all] = await Promise.all([listBodies(world), listInvitations(world, many.event.id)]);
  const invited = new Set(all.filter((i) => i.status !== 'revoked').map((i) => i.bodyId));
  return { ...many, bodies: bodies.filter((b) => b.id !== many.event.lead?.id), invited };
};

const addForm = defineForm({
  fields: () => ({ bodyIds: { as: 'custom' } }),
  fill: ({ bodies, invited }: Adding, c) => ({
    bodyIds: tickedBy(c.req.query(QUERY.allChosen), bodies, invited),
  }),
  page: (c, form, { letter, bodies, invited }) => (
    <ConsolePage
      c={c}
      title="Thêm cơ quan vào giấy mời"
      at={routes.consoleEvents()}
      back={{ href: routes.consoleLetter(letter.id), label: 'Giấy mời chung' }}
    >
      <form.Errors />
      <p>
        Nơi thêm vào nhận cùng nội dung và hạn trả lời.
        {letter.files.length > 0 &&
          ' Giấy mời đã ký: nơi thêm vào được ghi là bổ sung và có danh sách bổ sung để ký riêng.'}
      </p>
      <form.Post class="form" action={routes.consoleLetterAdd(letter.id)}>
        <BodyChoice
          form={form}
          bodies={bodies}
          invited={invited}
          page={{ path: routes.consoleLetterAdd(letter.id), asked: c.req.query(QUERY.allChosen) }}
        />
        <Button>Thêm vào giấy mời</Button>
      </form.Post>
    </ConsolePage>
  ),
});

/** Adds bodies to a letter. They wait until it is sent to them. */
export const addPage: { get: Handler; post: Handler } = {
  get: async (c) => {
    mustInvite(c);
    return addForm.show(c, await readAdding(c));
  },
  post: async (c) => {
    mustInvite(c);
    return addForm.handle(
      c,
      async ({ typed }) => {
        const bodyIds = [typed.bodyIds].flat().filter((id) => id !== undefined && id !== '');
        const added = await addToLetter(c.get('world'), idOf(c), parse(Addition, { bodyIds }));
        return withQuery(routes.consoleLetter(idOf(c)), {
          [QUERY.done]: DONE.added,
          [QUERY.count]: String(added.length),
        });
      },
      () => readAdding(c),
    );
  },
};
