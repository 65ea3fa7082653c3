import type { FC } from 'hono/jsx';
import { BODY_KINDS, type Body, type BodyKind } from '../../../functions/directory/bodies/body';
import { bodiesWith, listBodies } from '../../../functions/directory/bodies/list';
import { callContact } from '../../../functions/directory/bodies/mail-address';
import { mayBodies } from '../../../functions/directory/bodies/may';
import { Problem } from '../../../functions/platform/problem/problem';
import { showCount } from '../../../functions/platform/text/count';
import { dialPhone, showPhone } from '../../../functions/platform/text/phone';
import type { Page } from '../../env';
import { QUERY } from '../../query';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { Button, Field, freshForm, Select } from '../../ui/form';
import { KIND_WORDS, kindOptions } from './body-words';
import { MailTo } from './mail-to';

/** All bodies that may be invited, with a search. */
export const directoryPage = async (c: Page): Promise<Response> => {
  const { see, edit } = mayBodies(c.get('account'));
  if (!see) throw new Problem('forbidden', 'forbidden');
  const search = c.req.query(QUERY.search)?.slice(0, 200) || undefined;
  const kind = BODY_KINDS.find((k) => k === c.req.query(QUERY.kind));
  const all = await listBodies(c.get('world'));
  const found = bodiesWith(all, { search, kind });
  return c.html(
    <ConsolePage
      c={c}
      title="Cơ quan được mời"
      at={routes.consoleBodies()}
      action={
        edit && (
          <div class="actions">
            <a class="btn" href={routes.consoleNewBody()}>
              Thêm cơ quan
            </a>
            <a class="btn plain" href={routes.consoleBodiesImport()}>
              Nhập từ tệp
            </a>
          </div>
        )
      }
    >
      <Search search={search} kind={kind} />
      <p role="status">
        {found.length === all.length
          ? `Có ${showCount(all.length)} cơ quan, tổ chức.`
          : `Có ${showCount(found.length)} trong ${showCount(all.length)} cơ quan, tổ chức.`}
      </p>
      {found.length === 0 ? (
        <div class="empty">
          {all.length === 0
            ? 'Danh bạ chưa có cơ quan nào.'
            : 'Không có cơ quan nào khớp. Vui lòng thử ít từ hơn.'}
        </div>
      ) : (
        <BodyTable bodies={found} />
      )}
    </ConsolePage>,
  );
};

const Search: FC<{ search?: string; kind?: BodyKind }> = ({ search, kind }) => {
  const form = freshForm('vi', { [QUERY.search]: search, [QUERY.kind]: kind });
  return (
    <form class="filters shown" method="get" role="search">
      <Field
        form={form}
        name={QUERY.search}
        label="Tìm theo tên, người liên hệ, số điện thoại, địa chỉ"
        type="search"
      />
      <Select form={form} name={QUERY.kind} label="Loại" options={kindOptions} empty="Tất cả loại" />
      <Button kind="plain">Tìm</Button>
    </form>
  );
};

const BodyTable: FC<{ bodies: readonly Body[] }> = ({ bodies }) => (
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
        {bodies.map((b) => (
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
);

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
