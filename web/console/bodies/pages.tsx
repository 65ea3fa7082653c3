import type { FC } from 'hono/jsx';
import { BODY_KINDS, type Body, type BodyKind } from '../../../functions/directory/bodies/body';
import { createBody } from '../../../functions/directory/bodies/create';
import { getBody } from '../../../functions/directory/bodies/get';
import { bodiesWith, listBodies } from '../../../functions/directory/bodies/list';
import { callContact, mailAddress } from '../../../functions/directory/bodies/mail-address';
import { mayBodies } from '../../../functions/directory/bodies/may';
import { clearMailTrouble, updateBody } from '../../../functions/directory/bodies/update';
import { listUnits, unitLabel } from '../../../functions/directory/units/list';
import { getEvent } from '../../../functions/events/event/get';
import { invitationsOf } from '../../../functions/events/invitations/list';
import { mayInvitations } from '../../../functions/events/invitations/may';
import { Problem } from '../../../functions/platform/problem/problem';
import { dialPhone, showPhone } from '../../../functions/platform/text/phone';
import { shortDate } from '../../../functions/platform/time/format-date';
import type { Page, Pages } from '../../env';
import { AnswerTag, supportWords } from '../../parts/invitations/answer-view';
import { routes } from '../../routes';
import { ConsolePage, staffOnly } from '../../ui/console';
import { Button, Field, type FormState, freshForm, Select } from '../../ui/form';
import { orShowAgain, readForm, versionIn } from '../../ui/read-form';
import { BodyForm, bodyValues, readBody } from './body-form';
import { KIND_WORDS, kindOptions, TROUBLE_WORDS } from './body-words';

const at = routes.consoleBodies();

export const bodyPages: Pages = (app) => {
  app.use(`${at}/*`, staffOnly);

  app.get(at, async (c) => {
    if (!mayBodies(c.get('account')).see) throw new Problem('forbidden', 'forbidden');
    const search = c.req.query('tim')?.slice(0, 200) || undefined;
    const wanted = c.req.query('loai') as BodyKind;
    const kind = BODY_KINDS.includes(wanted) ? wanted : undefined;
    const all = await listBodies(c.get('world'));
    const found = bodiesWith(all, { search, kind });
    return c.html(<Directory c={c} found={found} of={all.length} search={search} kind={kind} />);
  });

  app.get(routes.consoleNewBody(), async (c) => {
    mustEdit(c);
    return newBody(c, freshForm('vi'));
  });

  app.post(routes.consoleNewBody(), async (c) => {
    mustEdit(c);
    const { fields, typed } = await readForm(c);
    const said = readBody(fields, typed);
    const form = freshForm('vi', said.values);
    if (fields.them) return newBody(c, form, Number(fields.them));
    return orShowAgain(
      form,
      async () => {
        const body = await createBody(c.get('world'), said.body());
        return c.redirect(routes.consoleBody(body.id), 303);
      },
      (failed) => newBody(c, failed),
    );
  });

  app.get(routes.consoleBody(':id'), async (c) => {
    const body = await getBody(c.get('world'), c.req.param('id') ?? '');
    return oneBody(c, body, freshForm('vi', bodyValues(body)));
  });

  app.post(routes.consoleBody(':id'), async (c) => {
    mustEdit(c);
    const id = c.req.param('id') ?? '';
    const { fields, typed } = await readForm(c);
    const said = readBody(fields, typed);
    const form = freshForm('vi', said.values);
    if (fields.them) return oneBody(c, await getBody(c.get('world'), id), form, Number(fields.them));
    return orShowAgain(
      form,
      async () => {
        await updateBody(c.get('world'), id, said.version, said.body());
        return c.redirect(`${routes.consoleBody(id)}?da-luu`, 303);
      },
      async (failed) => oneBody(c, await getBody(c.get('world'), id), failed),
    );
  });

  app.post(routes.consoleBodyMail(':id'), async (c) => {
    mustEdit(c);
    const id = c.req.param('id') ?? '';
    const { fields } = await readForm(c);
    await clearMailTrouble(c.get('world'), id, versionIn(fields), fields.email ?? '');
    return c.redirect(`${routes.consoleBody(id)}?da-luu`, 303);
  });
};

const mustEdit = (c: Page) => {
  if (!mayBodies(c.get('account')).edit) throw new Problem('forbidden', 'forbidden');
};

const unitOptions = async (c: Page) =>
  (await listUnits(c.get('world'))).map((u) => ({ value: u.id, label: unitLabel(u) }));

interface DirectoryProps {
  c: Page;
  found: readonly Body[];
  of: number;
  search?: string;
  kind?: BodyKind;
}

const Directory: FC<DirectoryProps> = ({ c, found, of, search, kind }) => {
  const form = freshForm('vi', { tim: search, loai: kind });
  const edit = mayBodies(c.get('account')).edit;
  return (
    <ConsolePage
      c={c}
      title="Cơ quan được mời"
      at={at}
      action={
        edit && (
          <a class="btn" href={routes.consoleNewBody()}>
            Thêm cơ quan
          </a>
        )
      }
    >
      <form class="filters shown" method="get" role="search">
        <Field form={form} name="tim" label="Tìm theo tên, địa chỉ, người liên hệ" type="search" />
        <Select form={form} name="loai" label="Loại" options={kindOptions} empty="Tất cả loại" />
        <Button kind="plain">Tìm</Button>
      </form>
      <p role="status">
        {found.length === of
          ? `Có ${of} cơ quan, tổ chức.`
          : `Có ${found.length} trong ${of} cơ quan, tổ chức.`}
      </p>
      {found.length === 0 ? (
        <div class="empty">
          {of === 0 ? 'Danh bạ chưa có cơ quan nào.' : 'Không có cơ quan nào khớp. Xin thử ít từ hơn.'}
        </div>
      ) : (
        <div class="scroll" tabindex={0} role="region" aria-label="Danh bạ cơ quan">
          <table class="stacked">
            <caption class="hidden-label">Danh bạ cơ quan, tổ chức</caption>
            <thead>
              <tr>
                <th scope="col">Tên</th>
                <th scope="col">Loại</th>
                <th scope="col">Người liên hệ</th>
                <th scope="col">Thư gửi tới</th>
              </tr>
            </thead>
            <tbody>
              {found.map((b) => (
                <tr>
                  <th scope="row">
                    <a href={routes.consoleBody(b.id)}>{b.name}</a>
                  </th>
                  <td>{KIND_WORDS[b.kind]}</td>
                  <td data-label="Gọi">
                    <Person body={b} />
                  </td>
                  <td data-label="Thư gửi tới">
                    <MailTo body={b} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </ConsolePage>
  );
};

const Person: FC<{ body: Body }> = ({ body }) => {
  const person = callContact(body);
  if (!person) return <span class="soft">Chưa có số điện thoại</span>;
  return (
    <>
      {body.contacts.find((p) => p.phone === person.phone)?.name ?? 'Cơ quan'}
      {', '}
      <a class="nowrap" href={`tel:${dialPhone(person.phone)}`}>
        {showPhone(person.phone)}
      </a>
    </>
  );
};

const MailTo: FC<{ body: Body }> = ({ body }) => (
  <>
    {mailAddress(body) ?? <span class="soft">Không có, phải gọi điện</span>}
    {body.mailTroubles?.map((t) => (
      <div>
        <span class="tag lotus">{t.kind === 'bounced' ? 'Thư bị trả lại' : 'Báo thư rác'}</span> {t.email}
      </div>
    ))}
  </>
);

const newBody = async (c: Page, form: FormState, rows?: number): Promise<Response> => {
  if (form.errors.length) c.status(422);
  return c.html(
    <ConsolePage c={c} title="Thêm cơ quan" at={at} above={<Back />}>
      <BodyForm form={form} action={routes.consoleNewBody()} units={await unitOptions(c)} rows={rows} />
    </ConsolePage>,
  );
};

const Back: FC = () => (
  <a class="back" href={at}>
    ‹ Cơ quan được mời
  </a>
);

const oneBody = async (c: Page, body: Body, form: FormState, rows?: number): Promise<Response> => {
  const { see, edit } = mayBodies(c.get('account'));
  if (!see) throw new Problem('forbidden', 'forbidden');
  if (form.errors.length) c.status(form.errors.some((e) => e.code === 'body-stale') ? 412 : 422);
  const history = mayInvitations(c.get('account')).see ? await historyOf(c, body.id) : undefined;
  return c.html(
    <ConsolePage c={c} title={body.name} at={at} above={<Back />}>
      {c.req.query('da-luu') !== undefined && (
        <div class="notice" role="status">
          <p>Đã lưu.</p>
        </div>
      )}
      {body.mailTroubles?.map((t) => (
        <div class="notice lotus">
          <p>
            <strong>{t.email}</strong>: {TROUBLE_WORDS[t.kind]} ngày {shortDate(t.at)}, nên không gửi thư tới
            địa chỉ này nữa.
            {edit && ' Xin sửa địa chỉ bên dưới.'}
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
      {edit ? (
        <BodyForm form={form} action={routes.consoleBody(body.id)} units={await unitOptions(c)} rows={rows} />
      ) : (
        <Entry body={body} />
      )}
      {history && <History rows={history} />}
    </ConsolePage>,
  );
};

/** What those see who may not edit. */
const Entry: FC<{ body: Body }> = ({ body }) => (
  <dl class="summary">
    <div>
      <dt>Loại</dt>
      <dd>{KIND_WORDS[body.kind]}</dd>
    </div>
    {body.address && (
      <div>
        <dt>Địa chỉ</dt>
        <dd>{body.address}</dd>
      </div>
    )}
    <div>
      <dt>Thư gửi tới</dt>
      <dd>
        <MailTo body={body} />
      </dd>
    </div>
    <div>
      <dt>Người liên hệ</dt>
      <dd>
        <ul>
          {body.contacts.map((p) => (
            <li>{[p.name, p.position, p.phone && showPhone(p.phone), p.email].filter(Boolean).join(', ')}</li>
          ))}
        </ul>
      </dd>
    </div>
  </dl>
);

const historyOf = async (c: Page, bodyId: string) => {
  const invitations = (await invitationsOf(c.get('world'), bodyId)).slice(0, 100);
  return Promise.all(
    invitations.map(async (invitation) => ({
      invitation,
      event: await getEvent(c.get('world'), invitation.eventId),
    })),
  );
};

const History: FC<{ rows: Awaited<ReturnType<typeof historyOf>> }> = ({ rows }) => (
  <>
    <h2>Thư mời và trả lời</h2>
    {rows.length === 0 ? (
      <p class="soft">Chưa mời lần nào.</p>
    ) : (
      <div class="scroll" tabindex={0} role="region" aria-label="Thư mời và trả lời">
        <table class="stacked">
          <caption class="hidden-label">Thư mời đã gửi và trả lời</caption>
          <thead>
            <tr>
              <th scope="col">Lớp, hội nghị</th>
              <th scope="col">Ngày</th>
              <th scope="col">Thư mời</th>
              <th scope="col">Trả lời</th>
              <th scope="col">Hỗ trợ</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ invitation, event }) => (
              <tr>
                <th scope="row">{event.title}</th>
                <td class="nowrap">{shortDate(event.startsAt)}</td>
                <td data-label="Thư mời">
                  <a href={routes.consoleInvitation(invitation.id)}>
                    {{ prepared: 'Soạn sẵn', issued: 'Đã gửi', revoked: 'Đã thu hồi' }[invitation.status]}
                  </a>
                </td>
                <td>
                  <AnswerTag invitation={invitation} language="vi" />
                  {invitation.answer?.delegates.map((d) => (
                    <div>{d.name}</div>
                  ))}
                </td>
                <td data-label="Hỗ trợ">{supportWords(invitation)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
  </>
);
