import type { FC } from 'hono/jsx';
import { may } from '../../../functions/directory/accounts/may';
import type { Body } from '../../../functions/directory/bodies/body';
import { unitLabel } from '../../../functions/directory/units/list';
import type { Unit } from '../../../functions/directory/units/unit';
import { inSentence } from '../../../functions/directory/units/words';
import type { Event } from '../../../functions/events/event/event';
import { nominationLink, type QuotaView } from '../../../functions/events/nominations/read';
import { dialPhone, showPhone } from '../../../functions/platform/text/phone';
import { iso } from '../../../functions/platform/time/dates';
import type { Page } from '../../env';
import { deadlineWords } from '../../parts/events/event-words';
import { routes } from '../../routes';
import { Button, ErrorSummary, type FormState, messageOf, Select } from '../../ui/form';
import { DateTime } from '../events/date-time';
import { EventFrame } from '../events/frame';
import { zaloWords } from './words';

export type QuotaRow = QuotaView;

/** A unit or body that may be given a quota, with the contact on file. */
export interface Candidate {
  id: string;
  name: string;
  contact?: { name?: string; phone?: string; email?: string };
}

const isDistrict = (u: Unit) => u.kind === 'district' || u.kind === 'city';

/** The districts, a district's communes, or the bodies: those that have no quota for the event yet. */
export const candidatesFor = (
  from: string,
  units: readonly Unit[],
  bodies: readonly Body[],
  rows: readonly QuotaRow[],
): Candidate[] => {
  const taken = new Set(rows.filter((r) => r.nomination.status === 'issued').map((r) => r.nomination.pool));
  const contactOf = (body?: Body): Candidate['contact'] =>
    body && {
      name: body.contacts[0]?.name,
      phone: body.contacts[0]?.phone ?? body.phone,
      email: body.contacts[0]?.email ?? body.email,
    };
  const all: Candidate[] =
    from === 'co-quan'
      ? bodies.map((b) => ({ id: b.id, name: b.name, contact: contactOf(b) }))
      : units
          .filter((u) => (from === 'huyen' ? isDistrict(u) : u.parentId === from))
          .map((u) => ({
            id: u.id,
            name: unitLabel(u),
            contact: contactOf(bodies.find((b) => b.unitId === u.id)),
          }));
  return all.filter((one) => !taken.has(one.id));
};

/** What was just done, by the word in the address. */
const Done: FC<{ c: Page; rows: readonly QuotaRow[] }> = ({ c, rows }) => {
  const name = (query: string) => {
    const row = rows.find((r) => r.nomination.id === c.req.query(query));
    return row && inSentence(row.nomination.name);
  };
  const given = Number(c.req.query('giao'));
  const words =
    given > 0
      ? `Đã giao chỉ tiêu cho ${given} nơi. Nơi có email được gửi đường dẫn; nơi khác xin chép lời nhắn dưới đây.`
      : name('moi')
        ? `Đã cấp đường dẫn mới cho ${name('moi')}. Đường dẫn cũ không dùng được nữa.`
        : name('thu')
          ? `Đã thu hồi đường dẫn của ${name('thu')}. Người đã cử vẫn được giữ.`
          : name('sua')
            ? `Đã lưu chỉ tiêu của ${name('sua')}.`
            : undefined;
  return words ? (
    <p class="notice" role="status">
      {words}
    </p>
  ) : null;
};

const LinkCell: FC<{ c: Page; row: QuotaRow }> = ({ c, row }) => {
  const world = c.get('world');
  const { nomination: n } = row;
  const link = nominationLink(world, n);
  return (
    <>
      <a href={routes.consoleNomination(n.id)}>
        Sửa<span class="hidden-label">, cấp lại, thu hồi của {n.name}</span>
      </a>
      <details>
        <summary>
          Lời nhắn Zalo<span class="hidden-label"> cho {inSentence(n.name)}</span>
        </summary>
        <textarea readonly rows={8} aria-label={`Lời nhắn Zalo cho ${inSentence(n.name)}`}>
          {zaloWords(world, row, link)}
        </textarea>
      </details>
    </>
  );
};

const StateTag: FC<{ row: QuotaRow; now: number }> = ({ row: { nomination: n, event, left }, now }) =>
  n.status === 'revoked' ? (
    <span class="tag grey">Đã thu hồi</span>
  ) : n.deadline <= iso(now) && event.status !== 'postponed' ? (
    <span class="tag grey">Hết hạn</span>
  ) : left > 0 ? (
    <span class="tag sun">Còn {left}</span>
  ) : (
    <span class="tag">Đủ</span>
  );

const Quotas: FC<{ c: Page; rows: readonly QuotaRow[] }> = ({ c, rows }) => {
  const now = c.get('world').now();
  const gives = may(c.get('account')).nominateOthers;
  const sum = (of: (row: QuotaRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  // Said once where all have the same one.
  const shared = rows.every((r) => r.nomination.deadline === rows[0]!.nomination.deadline);
  if (rows.length === 0) return <p class="empty">Chưa giao chỉ tiêu cho nơi nào.</p>;
  return (
    <>
      <p>
        {rows.length} nơi được giao chỉ tiêu · <strong>đã cử {sum((r) => r.used)}</strong> trên{' '}
        {sum((r) => r.quota)} người
        {shared && ` · hạn cử người: ${deadlineWords(rows[0]!.nomination.deadline, 'vi')}`}
      </p>
      <div class="scroll" tabindex={0} role="region" aria-label="Chỉ tiêu đã giao">
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">Nơi cử</th>
              <th scope="col" class="num">
                Đã cử
              </th>
              <th scope="col">Tình trạng</th>
              {!shared && <th scope="col">Hạn</th>}
              <th scope="col">Đầu mối</th>
              {gives && <th scope="col">Đường dẫn, lời nhắn</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const { nomination: n } = row;
              return (
                <tr id={n.id}>
                  <th scope="row">{n.name}</th>
                  <td class="num nowrap" data-label="Đã cử">
                    {row.used}/{row.quota}
                  </td>
                  <td>
                    <StateTag row={row} now={now} />
                  </td>
                  {!shared && <td data-label="Hạn">{deadlineWords(n.deadline, 'vi')}</td>}
                  <td>
                    {n.contactName}
                    {n.contactPhone && (
                      <>
                        <br />
                        <a class="nowrap" href={`tel:${dialPhone(n.contactPhone)}`}>
                          {showPhone(n.contactPhone)}
                        </a>
                      </>
                    )}
                    {n.contactEmail && (
                      <>
                        <br />
                        {n.contactEmail}
                      </>
                    )}
                  </td>
                  {gives && (
                    <td class="by-turns">
                      {n.status === 'issued' ? (
                        <LinkCell c={c} row={row} />
                      ) : (
                        <a href={routes.consoleNomination(n.id)}>
                          Cấp lại<span class="hidden-label"> cho {n.name}</span>
                        </a>
                      )}
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
};

/** One cell of the table of candidates: an input with its own name, its error above it. */
const Cell: FC<{
  form: FormState;
  field: string;
  label: string;
  type?: string;
  inputmode?: 'numeric' | 'tel' | 'email';
  class?: string;
}> = ({ form, field, label, type = 'text', inputmode, class: style }) => {
  const id = `o-${field.replace(/[^\w-]/g, '-')}`;
  const error = form.errors.find((e) => e.path === field);
  return (
    <>
      {error && (
        <p class="error-text" id={`${id}-loi`}>
          {messageOf('vi', error)}
        </p>
      )}
      <input
        id={id}
        name={field}
        type={type}
        inputmode={inputmode}
        class={style}
        autocomplete="off"
        aria-label={label}
        value={[form.values[field]].flat()[0] ?? ''}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `${id}-loi` : undefined}
      />
    </>
  );
};

const CandidateRow: FC<{ form: FormState; one: Candidate }> = ({ form, one: { id, name } }) => {
  const error = form.errors.find((e) => e.path === `chon.${id}`);
  return (
    <tr>
      <td>
        {error && <p class="error-text">{messageOf('vi', error)}</p>}
        <div class="check">
          <input
            type="checkbox"
            id={`o-chon-${id}`}
            name="chon"
            value={id}
            checked={[form.values.chon].flat().includes(id)}
          />
          <label for={`o-chon-${id}`}>{name}</label>
        </div>
      </td>
      <td data-label="Chỉ tiêu (người)">
        <Cell
          form={form}
          field={`quota.${id}`}
          label={`Chỉ tiêu của ${name}`}
          inputmode="numeric"
          class="year"
        />
      </td>
      <td data-label="Đầu mối">
        <Cell form={form} field={`contactName.${id}`} label={`Đầu mối của ${name}`} />
      </td>
      <td data-label="Điện thoại">
        <Cell
          form={form}
          field={`contactPhone.${id}`}
          label={`Điện thoại đầu mối của ${name}`}
          type="tel"
          inputmode="tel"
        />
      </td>
      <td class="address" data-label="Email">
        <Cell
          form={form}
          field={`contactEmail.${id}`}
          label={`Email đầu mối của ${name}`}
          type="email"
          inputmode="email"
        />
      </td>
    </tr>
  );
};

interface NominationsPageProps {
  c: Page;
  event: Event;
  rows: readonly QuotaRow[];
  units: readonly Unit[];
  /** Which candidates are shown: `huyen`, `co-quan`, or a district whose communes they are. */
  from: string;
  candidates: readonly Candidate[];
  form: FormState;
}

const GiveForm: FC<NominationsPageProps> = ({ event, units, from, candidates, form }) => (
  <section>
    <h3>Giao chỉ tiêu</h3>
    <form method="get" class="actions">
      <Select
        form={freshChoice(from)}
        name="cap"
        label="Giao cho"
        options={[
          { value: 'huyen', label: 'Các huyện, thành phố' },
          { value: 'co-quan', label: 'Cơ quan, tổ chức trong danh bạ' },
          ...units
            .filter(isDistrict)
            .map((u) => ({ value: u.id, label: `Xã, phường của ${inSentence(unitLabel(u))}` })),
        ]}
      />
      <Button kind="plain">Chọn</Button>
    </form>
    {candidates.length === 0 ? (
      <p class="empty">Không còn nơi nào để giao ở mục này.</p>
    ) : (
      <form
        method="post"
        action={`${routes.consoleNominations(event.id)}?cap=${encodeURIComponent(from)}`}
        novalidate
      >
        <div class="scroll" tabindex={0} role="region" aria-label="Chọn nơi để giao chỉ tiêu">
          <table id="o-chon" class="stacked">
            <thead>
              <tr>
                <th scope="col">Nơi cử</th>
                <th scope="col">Chỉ tiêu (người)</th>
                <th scope="col">Đầu mối</th>
                <th scope="col">Điện thoại</th>
                <th scope="col">Email</th>
              </tr>
            </thead>
            <tbody>
              {candidates.map((one) => (
                <CandidateRow form={form} one={one} />
              ))}
            </tbody>
          </table>
        </div>
        <DateTime
          form={form}
          name="deadline"
          label="Hạn cử người"
          hint="Sau hạn, chỗ chưa dùng chuyển thành chỗ chung. Thay người vẫn được đến khi lớp bắt đầu."
        />
        <Button>Giao chỉ tiêu và gửi đường dẫn</Button>
      </form>
    )}
  </section>
);

const freshChoice = (from: string): FormState => ({ language: 'vi', values: { cap: from }, errors: [] });

/** An event's quotas: how far each unit is, its link, and a table to give new ones. */
export const NominationsPage: FC<NominationsPageProps> = (props) => {
  const { c, event, rows, form } = props;
  const gives = may(c.get('account')).nominateOthers;
  return (
    <EventFrame c={c} event={event} at={routes.consoleNominations(event.id)} title="Cử người">
      <ErrorSummary form={form} />
      <Done c={c} rows={rows} />
      {event.admission !== 'nomination' ? (
        <p class="notice">
          Lớp này không thuộc loại do đơn vị cử người. Muốn giao chỉ tiêu, xin{' '}
          <a href={routes.consoleEditEvent(event.id)}>sửa cách nhận người</a>.
        </p>
      ) : event.status === 'draft' ? (
        <p class="notice">Lớp chưa công bố: đường dẫn chỉ dùng được sau khi công bố.</p>
      ) : null}
      <Quotas c={c} rows={rows} />
      {gives && event.admission === 'nomination' && event.status !== 'cancelled' && <GiveForm {...props} />}
    </EventFrame>
  );
};
