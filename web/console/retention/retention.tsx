import type { FC } from 'hono/jsx';
import { parse } from '../../../functions/platform/input/parse';
import { shortDate, shortDay } from '../../../functions/platform/time/format-date';
import {
  CLOCK_CLASSES,
  FIXED_TERMS,
  type FixedClass,
  type FixedTerm,
} from '../../../functions/privacy/retention/classes';
import {
  type RetentionLine,
  type RetentionOverview,
  retentionOverview,
} from '../../../functions/privacy/retention/read';
import { RETENTION, RetentionInput, setRetention } from '../../../functions/privacy/retention/settings';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { Button, defineForm, type FilledForm, versionIn } from '../../ui/form';
import { Island } from '../../ui/island';
import { History, readStory, type Story } from '../history/history';
import { CLASS_WORDS, countWords, FIXED_WORDS } from './words';

interface Shown extends RetentionOverview {
  story: Story;
}

const dayField = (kind: (typeof CLOCK_CLASSES)[number]) => ({
  label: `${CLASS_WORDS[kind].name}: số ngày giữ sau khi lớp kết thúc`,
  hint: CLASS_WORDS[kind].what,
  class: 'short',
  inputmode: 'numeric' as const,
  maxlength: 6,
});

const form = defineForm({
  fields: () => ({
    version: { as: 'hidden' },
    'days.notes': dayField('notes'),
    'days.deliveries': dayField('deliveries'),
    'days.people': dayField('people'),
    basis: {
      label: 'Căn cứ',
      hint: 'Văn bản, quyết định quy định thời hạn này. Cần ghi khi bật xóa tự động.',
      maxlength: 500,
    },
    on: {
      as: 'radios',
      label: 'Khi hết thời hạn',
      options: [
        { value: 'chua', label: 'Chỉ đếm để xem trước, chưa xóa' },
        { value: 'xoa', label: 'Tự động xóa thông tin cá nhân' },
      ],
    },
  }),
  fill: ({ settings }: Shown) => ({
    version: String(settings.version),
    ...Object.fromEntries(CLOCK_CLASSES.map((kind) => [`days.${kind}`, String(settings.days[kind])])),
    basis: settings.basis ?? '',
    on: settings.on ? 'xoa' : 'chua',
  }),
  page: (c, filled, shown) => <RetentionView c={c} form={filled} shown={shown} />,
});

interface ViewProps {
  c: Page;
  form: FilledForm<'version' | 'days.notes' | 'days.deliveries' | 'days.people' | 'basis' | 'on'>;
  shown: Shown;
}

const RetentionView: FC<ViewProps> = ({ c, form: f, shown }) => {
  const { settings, due, gone, more, story } = shown;
  return (
    <ConsolePage c={c} title="Thời hạn lưu dữ liệu" at={routes.consoleRetention()}>
      {c.req.query(QUERY.done) === DONE.saved && (
        <p class="notice" role="status">
          Đã lưu thời hạn. Hệ thống tính lại trong ít phút.
        </p>
      )}
      <p>
        {settings.on
          ? `Đang tự động xóa, theo: ${settings.basis}.`
          : 'Hệ thống chưa xóa dữ liệu nào, chỉ đếm những gì hết thời hạn để quản trị viên xem trước.'}{' '}
        Số người, số có mặt, số chỗ của từng lớp được giữ lại để báo cáo.
      </p>
      <section>
        <h2>{settings.on ? 'Sẽ xóa trong 30 ngày tới' : 'Sẽ xóa khi bật tự động xóa'}</h2>
        <Lines
          lines={due}
          day="Hết thời hạn"
          of={(line) => shortDay(line.dueOn)}
          none="Đến 30 ngày nữa chưa có dữ liệu nào hết thời hạn."
        />
      </section>
      {gone.length > 0 && (
        <section>
          <h2>Đã xóa</h2>
          <Lines lines={gone} day="Đã xóa ngày" of={(line) => shortDate(line.goneAt!)} none="" />
        </section>
      )}
      {more && <p class="soft small">Mỗi loại chỉ hiện 50 lớp.</p>}
      <section class="form">
        <h2>Đặt thời hạn</h2>
        <f.Errors />
        <f.Post action={routes.consoleRetention()}>
          <f.Fields />
          <p class="hint">Đã xóa thì không lấy lại được.</p>
          <p class="actions">
            <Button>Lưu</Button>
          </p>
        </f.Post>
      </section>
      <section>
        <h2>Tự hết hạn, không cần đặt</h2>
        <FixedTerms />
      </section>
      <History story={story} fields={FIELD} created="đặt thời hạn" />
      <Island name="form" />
    </ConsolePage>
  );
};

const FIELD: Record<string, string> = {
  on: 'việc tự động xóa',
  notes: 'thời hạn của ghi chú',
  deliveries: 'thời hạn của thông báo',
  people: 'thời hạn của người đăng ký',
  basis: 'căn cứ',
};

interface LinesProps {
  lines: readonly RetentionLine[];
  day: string;
  of: (line: RetentionLine) => string;
  none: string;
}

const Lines: FC<LinesProps> = ({ lines, day, of, none }) =>
  lines.length === 0 ? (
    <p>{none}</p>
  ) : (
    <div class="scroll" tabindex={0} role="region" aria-label={day}>
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">Lớp, hội nghị</th>
            <th scope="col">Loại</th>
            <th scope="col">Số lượng</th>
            <th scope="col">{day}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr>
              <th scope="row">
                <a href={routes.consoleEvent(line.eventId)}>{line.title}</a>
              </th>
              <td data-label="Loại">{CLASS_WORDS[line.kind].name}</td>
              <td data-label="Số lượng">{countWords(line.counts)}</td>
              <td data-label={day}>{of(line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );

const FixedTerms: FC = () => (
  <dl class="summary">
    {(Object.keys(FIXED_TERMS) as FixedClass[]).map((kind) => {
      const term: FixedTerm = FIXED_TERMS[kind];
      return (
        <div>
          <dt>{FIXED_WORDS[kind].name}</dt>
          <dd>{FIXED_WORDS[kind].kept(term.days ?? 0)}</dd>
        </div>
      );
    })}
  </dl>
);

const read = async (c: Page): Promise<Shown> => {
  const world = c.get('world');
  const [overview, story] = await Promise.all([retentionOverview(world), readStory(world, RETENTION)]);
  return { ...overview, story };
};

/** How long people's data are kept: what would go, what went, and the terms. For admins. */
export const retentionPage = {
  get: async (c: Page) => form.show(c, await read(c)),
  post: (c: Page) =>
    form.handle(
      c,
      async ({ fields }) => {
        const input = parse(RetentionInput, {
          on: fields.on === 'xoa',
          days: Object.fromEntries(CLOCK_CLASSES.map((kind) => [kind, fields[`days.${kind}`]?.trim() ?? ''])),
          ...(fields.basis?.trim() && { basis: fields.basis }),
          version: versionIn(fields),
        });
        await setRetention(c.get('world'), c.get('account')!, input);
        return withQuery(routes.consoleRetention(), { [QUERY.done]: DONE.saved });
      },
      () => read(c),
    ),
};
