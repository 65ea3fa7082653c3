import type { FC } from 'hono/jsx';
import type { Unit } from '../../../functions/directory/units/unit';
import type { QuotaProposal } from '../../../functions/participation/propose-quotas';
import { showCount } from '../../../functions/platform/text/count';
import { unitName } from '../../parts/units/levels';
import { QUERY } from '../../query';
import { Button, Field, freshForm } from '../../ui/form';

interface ProposalProps {
  proposal: QuotaProposal;
  area: string | undefined;
  units: readonly Unit[];
}

/** From what the quotas below were reckoned, and the number of seats that they share. */
export const Proposal: FC<ProposalProps> = ({ proposal: { quotas, never, seats }, area, units }) => {
  const given = quotas.reduce((sum, { quota }) => sum + quota, 0);
  const place = area ? unitName(units, area) : '';
  return (
    <>
      <p class="notice" role="status">
        {never === 0
          ? 'Các nơi chưa có chỉ tiêu của lớp này không còn ai chưa dự lớp tập huấn nào.'
          : `${place ? `${place}: ` : ''}${showCount(never)} hòa giải viên chưa dự lớp tập huấn nào, ở ${showCount(quotas.length)} nơi. `}
        {never > 0 &&
          (given < never
            ? `Chia ${showCount(given)} chỗ theo số người của từng nơi; còn ${showCount(never - given)} người chưa có chỗ.`
            : 'Mỗi nơi được đề xuất chỉ tiêu bằng số người đó.')}
      </p>
      <form method="get" class="actions">
        <input type="hidden" name={QUERY.neverTrained} value="1" />
        {area && <input type="hidden" name={QUERY.area} value={area} />}
        <Field
          form={freshForm('vi', { [QUERY.count]: seats === undefined ? undefined : String(seats) })}
          name={QUERY.count}
          label="Số chỗ dành cho đợt cử này"
          hint="Để trống: theo số chỗ chung còn trống của lớp, nếu lớp có chỗ chung."
          inputmode="numeric"
          class="year"
        />
        <Button kind="plain">Chia lại</Button>
      </form>
    </>
  );
};
