import { type OfficeSettings, readOffice } from '../../../functions/documents/office';
import { OfficeEdit, setOffice } from '../../../functions/documents/set-office';
import { parse } from '../../../functions/platform/input/parse';
import type { Page } from '../../env';
import { AUTHORITY_WORDS } from '../../parts/letters/signer';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage, Done } from '../../ui/console';
import { Button, defineForm, versionIn } from '../../ui/form';
import { History, readStory, type Story } from '../history/history';
import { HeadSample } from './head-sample';

interface Shown {
  office: OfficeSettings;
  story: Story;
}

const form = defineForm({
  fields: () => ({
    version: { as: 'hidden' },
    name: {
      label: 'Tên cơ quan ban hành',
      hint: 'Ghi đầy đủ, cả tên tỉnh. Ví dụ: Sở Tư pháp tỉnh Kiên Giang',
      maxlength: 120,
    },
    parent: {
      label: 'Cơ quan chủ quản',
      hint: 'Đứng phía trên tên cơ quan ban hành. Ví dụ: UBND tỉnh Kiên Giang',
      maxlength: 120,
    },
    place: { label: 'Địa danh', hint: 'Đứng trước ngày tháng của văn bản.', maxlength: 60 },
    code: { label: 'Ký hiệu', hint: 'Trong số của văn bản. Ví dụ: STP', maxlength: 15, class: 'short' },
    address: {
      label: 'Địa chỉ',
      hint: 'Ở cuối trang đầu của giấy mời, công văn, thư cảm ơn.',
      optional: true,
      maxlength: 200,
    },
    phone: { label: 'Điện thoại cơ quan', optional: true, maxlength: 40, class: 'short' },
    'signer.authority': {
      as: 'select',
      label: 'Quyền hạn ký',
      options: Object.entries(AUTHORITY_WORDS).map(([value, label]) => ({ value, label })),
    },
    'signer.principal': {
      label: 'Ký thay, thay mặt, theo lệnh hoặc ủy quyền của',
      hint: 'Ví dụ: Giám đốc. Bỏ trống khi người đứng đầu ký.',
      optional: true,
      maxlength: 120,
    },
    'signer.title': { label: 'Chức vụ của người ký', hint: 'Ví dụ: Phó Giám đốc', maxlength: 120 },
    'signer.name': { label: 'Họ và tên người ký', optional: true, maxlength: 80 },
  }),
  fill: ({ office: { signer, ...office } }: Shown) => ({
    version: String(office.version),
    name: office.name,
    parent: office.parent,
    place: office.place,
    code: office.code,
    address: office.address ?? '',
    phone: office.phone ?? '',
    'signer.authority': signer.authority,
    'signer.principal': signer.principal ?? '',
    'signer.title': signer.title,
    'signer.name': signer.name ?? '',
  }),
  page: (c, f, { office, story }) => (
    <ConsolePage c={c} title="Thông tin trên văn bản" at={routes.consoleOffice()}>
      <Done
        c={c}
        words={{
          [DONE.saved]: 'Đã lưu thông tin trên văn bản. Các dự thảo tải về từ nay theo thông tin này.',
        }}
      />
      <p>
        Giấy mời, công văn, kế hoạch, báo cáo và các văn bản khác lấy những thông tin này. Tên ở đầu trang và
        cuối thư điện tử là của hệ thống, do đơn vị vận hành đặt.
      </p>
      <HeadSample office={office} now={c.get('world').now()} />
      <section class="form">
        <f.Errors />
        <f.Post action={routes.consoleOffice()}>
          <f.Field name="name" />
          <f.Field name="parent" />
          <f.Field name="place" />
          <f.Field name="code" />
          <f.Field name="address" />
          <f.Field name="phone" />
          <fieldset>
            <legend>Người ký, khi văn bản chưa chọn người khác</legend>
            <f.Field name="signer.authority" />
            <f.Field name="signer.principal" />
            <f.Field name="signer.title" />
            <f.Field name="signer.name" />
          </fieldset>
          <p class="actions">
            <Button>Lưu</Button>
          </p>
        </f.Post>
      </section>
      <History story={story} fields={FIELD} created="đặt thông tin trên văn bản" />
    </ConsolePage>
  ),
});

const FIELD: Record<string, string> = {
  name: 'tên cơ quan',
  parent: 'cơ quan chủ quản',
  place: 'địa danh',
  code: 'ký hiệu',
  address: 'địa chỉ',
  phone: 'điện thoại',
  signer: 'người ký',
};

const read = async (c: Page): Promise<Shown> => {
  const world = c.get('world');
  const office = await readOffice(world);
  return { office, story: await readStory(world, office.id) };
};

/** How documents name the office, and who usually signs. For admins. */
export const officePage = {
  get: async (c: Page) => form.show(c, await read(c)),
  post: (c: Page) =>
    form.handle(
      c,
      async ({ fields }) => {
        const typed = (name: keyof typeof fields) => fields[name]?.trim() || undefined;
        const input = parse(OfficeEdit, {
          version: versionIn(fields),
          name: fields.name ?? '',
          parent: fields.parent ?? '',
          place: fields.place ?? '',
          code: fields.code ?? '',
          address: typed('address'),
          phone: typed('phone'),
          signer: {
            authority: typed('signer.authority'),
            principal: typed('signer.principal'),
            title: fields['signer.title'] ?? '',
            name: typed('signer.name'),
          },
        });
        await setOffice(c.get('world'), c.get('account'), input);
        return withQuery(routes.consoleOffice(), { [QUERY.done]: DONE.saved });
      },
      () => read(c),
    ),
};
