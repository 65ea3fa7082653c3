import { showCount } from '../../../../functions/platform/text/count';
import { endOfDay } from '../../../../functions/platform/time/dates';
import { listPointItems } from '../../../../functions/points/read';
import { waitingTooLong } from '../../../../functions/points/register';
import { inRegister, readRegister } from '../../../../functions/recommendations/register';
import { inReviews, readReviews } from '../../../../functions/reviews/register';
import { listSupport } from '../../../../functions/support/read';
import { supportLateBy, supportWith } from '../../../../functions/support/register';
import { TYPE_WORD } from '../../../../functions/support/words';
import { inFindings, listFindings } from '../../../../functions/visits/list';
import { QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import type { Provider } from './to-do';

/** Findings of inspections whose reply is late, or that are not mended on the day that the unit promised. */
export const fromFindings: Provider = async (world) => {
  const late = inFindings(await listFindings(world, { sees: () => true }), { state: 'late' }, world.now());
  const [longest] = late;
  if (!longest) return [];
  const { status, dueOn, answer, title, about, id } = longest;
  return [
    {
      due: endOfDay(status === 'asked' ? dueOn : (answer?.said.by ?? dueOn))!,
      verb: 'Nội dung kiểm tra quá hạn:',
      what:
        late.length === 1
          ? `${title} (${about.unitName})`
          : `${showCount(late.length)} nội dung chưa giải trình hoặc chưa khắc phục`,
      href:
        late.length === 1
          ? routes.consoleFinding(id)
          : withQuery(routes.consoleFindings(), { [QUERY.status]: 'late' }),
      action: 'Xem',
    },
  ];
};

/** Recommendations and difficulties whose answer is late. */
export const fromRecommendations: Provider = async (world) => {
  const late = inRegister(await readRegister(world), { state: 'late' }, world.now());
  const [longest] = late;
  if (!longest) return [];
  return [
    {
      due: endOfDay(longest.dueOn)!,
      verb: 'Kiến nghị quá hạn:',
      what:
        late.length === 1
          ? `${longest.title} (${longest.bodyName})`
          : `${showCount(late.length)} kiến nghị, vướng mắc chưa được trả lời`,
      href:
        late.length === 1
          ? routes.consoleRecommendation(longest.id)
          : withQuery(routes.consoleRecommendations(), { [QUERY.status]: 'late' }),
      action: 'Xem',
    },
  ];
};

/** Papers and difficulties that wait too long for the department. */
export const fromPoints: Provider = async (world) => {
  const waiting = waitingTooLong(await listPointItems(world), world.now());
  const [oldest] = waiting;
  if (!oldest) return [];
  return [
    {
      due: oldest.createdAt,
      verb: 'Tham luận, vướng mắc chờ xử lý:',
      what: waiting.length === 1 ? oldest.title : `${showCount(waiting.length)} tham luận, vướng mắc`,
      href:
        waiting.length === 1
          ? routes.consolePoint(oldest.id)
          : withQuery(routes.consolePoints(), { [QUERY.status]: 'received' }),
      action: 'Xem',
    },
  ];
};

/** Requests for support that nobody passed to a body yet, and those whose answer is late. */
export const fromSupport: Provider = async (world) => {
  const all = await listSupport(world);
  const waiting = supportWith(all, { state: 'received' });
  const late = all.filter((one) => supportLateBy(one, world.now()) > 0);
  const [oldest] = waiting.toReversed();
  return [
    ...(oldest
      ? [
          {
            due: oldest.request.createdAt,
            verb: 'Đề nghị hỗ trợ chưa chuyển:',
            what:
              waiting.length === 1 ? TYPE_WORD[oldest.request.type] : `${showCount(waiting.length)} vụ, việc`,
            href: withQuery(routes.consoleSupport(), { [QUERY.status]: 'received' }),
            action: 'Chuyển',
          },
        ]
      : []),
    ...late.slice(0, 1).map(({ inquiry }) => ({
      due: endOfDay(inquiry!.dueOn)!,
      verb: 'Đề nghị hỗ trợ quá hạn trả lời:',
      what: `${showCount(late.length)} vụ, việc`,
      href: withQuery(routes.consoleSupport(), { [QUERY.status]: 'passed' }),
      action: 'Xem',
    })),
  ];
};

/** Reviews of teams without an answer, or without a decision after the day that the commune named. */
export const fromReviews: Provider = async (world) => {
  const late = inReviews(await readReviews(world, { sees: () => true }), 'late', world.now());
  const [longest] = late;
  if (!longest) return [];
  const { status, dueOn, answer, about, id } = longest;
  return [
    {
      due: endOfDay(status === 'asked' ? dueOn : (answer?.said.by ?? dueOn))!,
      verb: 'Rà soát tổ hòa giải quá hạn:',
      what:
        late.length === 1 ? about.unitName : `${showCount(late.length)} xã chưa trả lời hoặc chưa kiện toàn`,
      href:
        late.length === 1
          ? routes.consoleReview(id)
          : withQuery(routes.consoleReviews(), { [QUERY.status]: 'late' }),
      action: 'Xem',
    },
  ];
};
