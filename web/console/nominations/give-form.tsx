import type { FC } from 'hono/jsx';
import { isDistrict } from '../../../functions/directory/units/levels';
import type { Unit } from '../../../functions/directory/units/unit';
import { inSentence, unitLabel } from '../../../functions/directory/units/words';
import type { Event } from '../../../functions/events/event/event';
import type { QuotaProposal } from '../../../functions/participation/propose-quotas';
import { showCount } from '../../../functions/platform/text/count';
import { communesOfProvince, hasDistricts } from '../../parts/units/levels';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, Checkbox, Field, type FilledForm, fieldId, freshForm, Select } from '../../ui/form';
import { Island } from '../../ui/island';
import { DateTime } from '../events/parts/date-time';
import { type Candidate, LEVEL } from './candidates';
import { Candidates } from './candidates-table';
import { Proposal } from './proposal';
import { CHOSEN, FOR_ALL, HOLD } from './read-quotas';

const LevelForm: FC<{ level: string; units: readonly Unit[] }> = ({ level, units }) => (
  <form method="get" class="actions">
    <Select
      form={freshForm('vi', { [QUERY.quotaLevel]: level })}
      name={QUERY.quotaLevel}
      label="Giao cho"
      options={[
        ...(hasDistricts(units) ? [{ value: LEVEL.districts, label: 'Các huyện, thành phố' }] : []),
        ...(communesOfProvince(units).length
          ? [{ value: LEVEL.communes, label: 'Các xã, phường, đặc khu trực thuộc tỉnh' }]
          : []),
        { value: LEVEL.bodies, label: 'Cơ quan, tổ chức trong danh bạ' },
        ...units
          .filter(isDistrict)
          .map((u) => ({ value: u.id, label: `Xã, phường của ${inSentence(unitLabel(u))}` })),
      ]}
    />
    <Button kind="plain">Chọn</Button>
  </form>
);

interface GiveFormProps {
  form: FilledForm<never>;
  event: Event;
  units: readonly Unit[];
  /** Which candidates are shown: `LEVEL`, or a district whose communes they are. */
  level: string;
  candidates: readonly Candidate[];
  /** Quotas for the mediators who were never trained, and the area for which they were asked. */
  proposal: QuotaProposal | undefined;
  area: string | undefined;
}

/** A table to give quotas: a box to tick, a quota and a contact for each candidate. */
export const GiveForm: FC<GiveFormProps> = ({ form, event, units, level, candidates, proposal, area }) => (
  <section>
    <h3 id="giao-chi-tieu">Giao chỉ tiêu</h3>
    {proposal ? (
      <Proposal proposal={proposal} area={area} units={units} />
    ) : (
      <LevelForm level={level} units={units} />
    )}
    {candidates.length === 0 ? (
      <p class="empty">Không còn nơi nào để giao ở mục này.</p>
    ) : (
      <form.Post
        action={withQuery(routes.consoleNominations(event.id), {
          [QUERY.quotaLevel]: level,
          [QUERY.neverTrained]: proposal && '1',
          [QUERY.area]: proposal && area,
        })}
      >
        <div class="actions">
          <a
            href={`${withQuery(routes.consoleNominations(event.id), {
              [QUERY.quotaLevel]: level,
              [QUERY.allChosen]: true,
            })}#${fieldId(CHOSEN)}`}
          >
            Chọn cả {showCount(candidates.length)} nơi
          </a>
          <Field
            form={form}
            name={FOR_ALL}
            label="Chỉ tiêu chung (người)"
            hint="Cho nơi đã chọn mà không ghi số riêng."
            inputmode="numeric"
            class="year"
          />
        </div>
        <Candidates form={form} candidates={candidates} proposal={proposal} />
        <DateTime
          form={form}
          name="deadline"
          label="Hạn cử người"
          hint="Sau hạn, chỗ chưa dùng chuyển thành chỗ chung. Thay người vẫn được đến khi lớp bắt đầu."
        />
        <Checkbox
          form={form}
          name={HOLD}
          label="Chờ công văn đã ký rồi mới gửi (nên chọn: đơn vị cử người theo công văn)"
        />
        <p class="soft">
          <output data-quota-total></output>
        </p>
        <Button>Giao chỉ tiêu</Button>
        <Island name="total" />
        <Island name="dates" />
      </form.Post>
    )}
  </section>
);
