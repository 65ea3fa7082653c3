import type { FC } from 'hono/jsx';
import type { QuotaProposal } from '../../../functions/participation/propose-quotas';
import { showCount } from '../../../functions/platform/text/count';
import { errorAt, type FormState, fieldId, messageOf, valueAt } from '../../ui/form';
import type { Candidate } from './candidates';
import { CHOSEN } from './read-quotas';

interface CellProps {
  form: FormState;
  field: string;
  label: string;
  type?: string;
  inputmode?: 'numeric' | 'tel' | 'email';
  class?: string;
}

/** One cell of the table of candidates: an input with its own name, its error above it. */
const Cell: FC<CellProps> = ({ form, field, label, type = 'text', inputmode, class: style }) => {
  const id = fieldId(field);
  const error = errorAt(form, field);
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
        value={valueAt(form, field) ?? ''}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `${id}-loi` : undefined}
      />
    </>
  );
};

interface RowProps {
  form: FormState;
  one: Candidate;
  /** How many mediators of the unit were never trained, where that is asked. */
  never: number | undefined;
}

const CandidateRow: FC<RowProps> = ({ form, one: { id, name }, never }) => {
  const error = errorAt(form, `${CHOSEN}.${id}`);
  return (
    <tr>
      <td class="named">
        {error && <p class="error-text">{messageOf('vi', error)}</p>}
        <div class="check">
          <input
            type="checkbox"
            id={`o-chon-${id}`}
            name={CHOSEN}
            value={id}
            checked={[form.values[CHOSEN]].flat().includes(id)}
          />
          <label for={`o-chon-${id}`}>{name}</label>
        </div>
        {never !== undefined && <span class="soft small">{showCount(never)} người chưa tập huấn</span>}
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

/** The candidates with their fields. */
export const Candidates: FC<{
  form: FormState;
  candidates: readonly Candidate[];
  proposal?: QuotaProposal | undefined;
}> = ({ form, candidates, proposal }) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Chọn nơi để giao chỉ tiêu">
    <table id={fieldId(CHOSEN)} class="stacked">
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
          <CandidateRow
            form={form}
            one={one}
            never={proposal?.quotas.find(({ unitId }) => unitId === one.id)?.never}
          />
        ))}
      </tbody>
    </table>
  </div>
);
