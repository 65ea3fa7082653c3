import { getRegistration } from '../../../functions/events/registrations/find';
import type { Change } from '../../../functions/platform/audit/change';
import { pointFrom } from '../../../functions/points/pass';
import type { Page } from '../../env';
import { PointTag, PointView } from '../../parts/points/point';
import { DONE } from '../../query';
import { routes } from '../../routes';
import { Done } from '../../ui/console';
import { History, readStory } from '../history/history';
import { BelowPoints, readOne, rightsOf } from './access';

/** One paper or difficulty with the answer, and what can be done about it. */
export const onePage = async (c: Page): Promise<Response> => {
  const one = await readOne(c);
  const world = c.get('world');
  const { point, recommendation } = one;
  const [from, person, story] = await Promise.all([
    pointFrom(world, point),
    point.registrationId ? getRegistration(world, point.registrationId) : undefined,
    readStory(world, point.id),
  ]);
  const { handle } = rightsOf(c);
  const seesPeople = rightsOf(c).raise;
  return c.html(
    <BelowPoints c={c} title={point.title}>
      <Done
        c={c}
        words={{
          [DONE.created]: 'Đã ghi tham luận, vướng mắc vào sổ.',
          [DONE.passed]: 'Đã chuyển vướng mắc. Cơ quan được đề nghị đang được báo.',
          [DONE.saved]: 'Đã ghi ý kiến. Người gửi đọc được tại trang xem lại đăng ký.',
        }}
      />
      <p>
        <PointTag of={one} />
      </p>
      <dl class="facts">
        {person && seesPeople && (
          <>
            <dt>Người gửi</dt>
            <dd>
              <a href={routes.consoleRegistration(person.id)}>{person.fullName}</a>
            </dd>
          </>
        )}
        {from && (
          <>
            <dt>Nơi gửi</dt>
            <dd>{from}</dd>
          </>
        )}
      </dl>
      <PointView of={one} />
      {recommendation && handle && (
        <p>
          <a href={routes.consoleRecommendation(recommendation.id)}>Theo dõi kiến nghị đã chuyển</a>
        </p>
      )}
      {!point.passedAt && handle && (
        <ul class="steps">
          <li>
            <a href={routes.consolePointAct(point.id, 'tra-loi')}>
              {point.sort === 'paper' ? 'Nhận hoặc chưa nhận vào chương trình' : 'Sở trả lời'}
            </a>
          </li>
          {point.sort === 'difficulty' && !point.outcome && (
            <li>
              <a href={routes.consolePointAct(point.id, 'chuyen')}>Chuyển cơ quan có thẩm quyền</a>
            </li>
          )}
        </ul>
      )}
      <History story={story} {...WORDS} />
    </BelowPoints>,
  );
};

const WORDS = {
  fields: { passedAt: 'chuyển', outcome: 'ý kiến của Sở', outcomeWords: 'lời trả lời' },
  created: 'gửi',
  told: ({ fields }: Pick<Change, 'fields'>) =>
    fields.passedAt ? 'chuyển cơ quan có thẩm quyền' : undefined,
};
