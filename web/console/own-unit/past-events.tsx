import type { FC } from 'hono/jsx';
import type { PastQuota } from '../../../functions/events/nominations/of-area';
import { showCount } from '../../../functions/platform/text/count';
import { isPresent } from '../../../functions/seats/ledger/entry';
import { routes } from '../../routes';
import { whenWords } from '../events/parts/words';

const names = (people: readonly { fullName: string }[]): string => people.map((r) => r.fullName).join(', ');

/** Who came, and who did not; of an event without a check-in neither is known. */
const WhoCame: FC<Pick<PastQuota, 'seated'>> = ({ seated }) => {
  const came = seated.filter(isPresent);
  if (seated.length === 0) return <>Không có ai được cử</>;
  if (came.length === 0) return <>{showCount(seated.length)} người được cử; chưa ghi nhận ai có mặt</>;
  const absent = seated.filter((r) => !isPresent(r));
  return (
    <>
      Có mặt {showCount(came.length)} trên {showCount(seated.length)} người được cử
      <details>
        <summary>Xem họ tên</summary>
        <p>
          <strong>Có mặt:</strong> {names(came)}
        </p>
        {absent.length > 0 && (
          <p>
            <strong>Vắng:</strong> {names(absent)}
          </p>
        )}
      </details>
    </>
  );
};

/** The last events for which the unit named people. */
export const PastEvents: FC<{ quotas: readonly PastQuota[]; own: string }> = ({ quotas, own }) =>
  quotas.length === 0 ? null : (
    <section aria-labelledby="da-qua">
      <h2 id="da-qua">Lớp, hội nghị đã kết thúc</h2>
      <ul>
        {quotas.map(({ view: { event, nomination }, seated }) => (
          <li>
            <a href={routes.consoleQuota(nomination.id)}>{event.title}</a>
            {nomination.unitId !== own && `, ${nomination.name}`}
            <br />
            <span class="soft">{whenWords(event)}</span>
            <br />
            <WhoCame seated={seated} />
          </li>
        ))}
      </ul>
    </section>
  );
