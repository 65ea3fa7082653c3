import type { FC } from 'hono/jsx';
import type { Body } from '../../../functions/directory/bodies/body';
import { getBody } from '../../../functions/directory/bodies/get';
import { mayBodies } from '../../../functions/directory/bodies/may';
import { updateBody } from '../../../functions/directory/bodies/update';
import { mayInvitations } from '../../../functions/events/invitations/may';
import { inquiriesOfBody } from '../../../functions/inquiries/list';
import { Problem } from '../../../functions/platform/problem/problem';
import { localDate } from '../../../functions/platform/time/dates';
import { shortDate } from '../../../functions/platform/time/format-date';
import { listPledges } from '../../../functions/programme/pledges/list';
import { mayPledges } from '../../../functions/programme/pledges/may';
import { mayRecommendations } from '../../../functions/recommendations/may';
import { supportGiven } from '../../../functions/support/given';
import type { Page } from '../../env';
import { Contributions } from '../../parts/pledges/contributions';
import { SupportGiven } from '../../parts/support/given';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { defineForm, versionIn } from '../../ui/form';
import { AskedOfBody } from './asked';
import { BODY_FIELDS, BodyForm, bodyValues, nameOf, readBody, typedAgain, unitOptions } from './body-form';
import { TROUBLE_WORDS } from './body-words';
import { DirectoryPage } from './directory-page';
import { Entry } from './entry';
import { Invited, readInvited } from './invited';
import { mustEdit } from './must-edit';

interface Shown {
  body: Body;
  /** How many rows of contacts were asked for. */
  rows?: number;
}

/** What was just done. */
const DONE_WORDS: Record<string, string> = {
  [DONE.created]: 'Đã thêm cơ quan vào danh bạ.',
  [DONE.saved]: 'Đã lưu thông tin cơ quan.',
  [DONE.addressWorks]: 'Đã ghi địa chỉ email này dùng được; thư lại được gửi tới.',
};

const bodyForm = defineForm({
  fields: () => BODY_FIELDS,
  called: nameOf,
  fill: ({ body }: Shown) => bodyValues(body),
  again: typedAgain,
  page: async (c, form, { body, rows }) => {
    const world = c.get('world');
    const account = c.get('account');
    const { see, edit } = mayBodies(account);
    const done = DONE_WORDS[c.req.query(QUERY.done) ?? ''];
    if (!see) throw new Problem('forbidden', 'forbidden');
    const invited = mayInvitations(account).see ? await readInvited(world, body.id) : undefined;
    const asked = mayRecommendations(account).see ? await inquiriesOfBody(world, body.id) : undefined;
    const pledges = mayPledges(account).see ? await listPledges(world, { bodyId: body.id }) : undefined;
    return (
      <DirectoryPage c={c} title={body.name}>
        {done && (
          <div class="notice" role="status">
            <p>{done}</p>
          </div>
        )}
        <MailTroubles body={body} edit={edit} />
        {edit ? (
          <BodyForm
            form={form}
            action={routes.consoleBody(body.id)}
            units={await unitOptions(world, body)}
            rows={rows}
          />
        ) : (
          <Entry body={body} />
        )}
        {invited && <Invited rows={invited} />}
        {pledges && <Contributions bodyId={body.id} pledges={pledges} today={localDate(world.now())} />}
        {asked && <SupportGiven rows={supportGiven(asked)} />}
        {asked && <AskedOfBody asked={asked} now={world.now()} />}
      </DirectoryPage>
    );
  },
});

/** The addresses that no mail goes to any more, each with a button for when it works again. */
const MailTroubles: FC<{ body: Body; edit: boolean }> = ({ body, edit }) => (
  <>
    {body.mailTroubles?.map((t) => (
      <div class="notice lotus">
        <p>
          <strong>{t.email}</strong>: {TROUBLE_WORDS[t.kind]} ngày {shortDate(t.at)}, nên không gửi thư tới
          địa chỉ này nữa.
          {edit && ' Vui lòng sửa địa chỉ bên dưới.'}
        </p>
        {edit && (
          <form method="post" action={routes.consoleBodyMail(body.id)}>
            <input type="hidden" name="version" value={String(body.version)} />
            <input type="hidden" name="email" value={t.email} />
            <button type="submit" class="linklike">
              Địa chỉ này vẫn dùng được, gửi lại từ nay
            </button>
          </form>
        )}
      </div>
    ))}
  </>
);

/** One body: its entry in the directory, and what it was invited to. */
export const bodyPage = {
  get: async (c: Page) => bodyForm.show(c, { body: await getBody(c.get('world'), c.req.param('id')!) }),
  post: (c: Page) => {
    mustEdit(c);
    const world = c.get('world');
    const id = c.req.param('id')!;
    return bodyForm.handle(
      c,
      async (posted) => {
        if (posted.moreRows)
          return bodyForm.showAgain(c, posted, {
            body: await getBody(world, id),
            rows: Number(posted.moreRows),
          });
        await updateBody(world, id, versionIn(posted.fields), readBody(posted.fields));
        return withQuery(routes.consoleBody(id), { [QUERY.done]: DONE.saved });
      },
      async () => ({ body: await getBody(world, id) }),
    );
  },
};
