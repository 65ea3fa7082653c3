import type { ConfirmationAbout } from '../../../../functions/confirmations/confirmation';
import type { Expected, ExpectedKind } from '../../../../functions/inquiries/expected';
import type { AboutConsultation } from '../../../../functions/programme/consultation/consultation';
import type { AboutReport } from '../../../../functions/reports/report';
import type { ReviewAbout } from '../../../../functions/reviews/review';
import { type SupportType, supportIdOf } from '../../../../functions/support/request';
import { TYPE_WORD } from '../../../../functions/support/words';
import type { FindingAbout } from '../../../../functions/visits/finding';
import { QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';

/** How a kind of what is expected stands on the first page. */
export interface ExpectedWords {
  /** A kind without `soon` has no line before its day. */
  verbs: { late: string; soon?: string };
  one(item: Expected): string;
  /** After the number. */
  many: string;
  /** The page of one. */
  of(item: Expected): string;
  /** The page of several. */
  list(first: Expected, state: 'late' | 'soon'): string;
  action?: string;
  /** A line stands from the first day on. */
  atOnce?: true;
  /** Also on the page of an officer: what is about a unit of their area, or asked of a body of one. */
  officers?: 'about' | 'body';
}

const ofBody = ({ bodyName }: Expected): string => bodyName ?? '';
const titleOfBody = ({ title, bodyName }: Expected): string => `${title} (${bodyName})`;
const unitName = ({ about }: Expected): string =>
  (about as FindingAbout | ReviewAbout | ConfirmationAbout).unitName;

/** A list that can show what is late alone. */
const lateOf = (path: string) => (_: Expected, state: 'late' | 'soon') =>
  withQuery(path, { [QUERY.status]: state === 'late' ? 'late' : 'asked' });

/** Each kind with its words and its pages. */
export const EXPECTED_WORDS: Readonly<Record<ExpectedKind, ExpectedWords>> = {
  finding: {
    verbs: { late: 'Nội dung kiểm tra quá hạn:', soon: 'Nội dung kiểm tra sắp đến hạn:' },
    one: (item) => `${item.title} (${unitName(item)})`,
    many: 'nội dung chưa giải trình hoặc chưa khắc phục',
    of: ({ id }) => routes.consoleFinding(id),
    list: lateOf(routes.consoleFindings()),
    officers: 'about',
  },
  visit: {
    verbs: { late: 'Chưa kết luận kiểm tra:', soon: 'Sắp đến ngày kiểm tra:' },
    one: unitName,
    many: 'cuộc kiểm tra',
    of: ({ id }) => routes.consoleVisit(id),
    list: () => routes.consoleVisits(),
    officers: 'about',
  },
  review: {
    verbs: { late: 'Rà soát tổ hòa giải quá hạn:', soon: 'Rà soát tổ hòa giải sắp đến hạn:' },
    one: unitName,
    many: 'xã chưa trả lời hoặc chưa kiện toàn',
    of: ({ id }) => routes.consoleReview(id),
    list: lateOf(routes.consoleReviews()),
    officers: 'about',
  },
  confirmation: {
    verbs: { late: 'Xác nhận hòa giải viên quá hạn:', soon: 'Xác nhận hòa giải viên sắp đến hạn:' },
    one: unitName,
    many: 'đơn vị chưa xác nhận',
    of: ({ id }) => routes.consoleConfirmation(id),
    list: lateOf(routes.consoleConfirmations()),
    officers: 'about',
  },
  report: {
    verbs: { late: 'Báo cáo quá hạn:', soon: 'Báo cáo sắp đến hạn:' },
    one: ofBody,
    many: 'cơ quan, địa phương chưa nộp',
    of: ({ id }) => routes.consoleReport(id),
    list: ({ about }) =>
      withQuery(routes.consoleReports(), { [QUERY.shown]: (about as AboutReport).periodId }),
    officers: 'body',
  },
  recommendation: {
    verbs: { late: 'Kiến nghị quá hạn:', soon: 'Kiến nghị sắp đến hạn:' },
    one: titleOfBody,
    many: 'kiến nghị, vướng mắc chưa được trả lời',
    of: ({ id }) => routes.consoleRecommendation(id),
    list: lateOf(routes.consoleRecommendations()),
  },
  support: {
    verbs: { late: 'Đề nghị hỗ trợ quá hạn trả lời:', soon: 'Đề nghị hỗ trợ sắp đến hạn trả lời:' },
    one: titleOfBody,
    many: 'vụ, việc',
    of: ({ id }) => routes.consoleOneSupport(supportIdOf(id)),
    list: () => withQuery(routes.consoleSupport(), { [QUERY.status]: 'passed' }),
  },
  consultation: {
    verbs: { late: 'Góp ý dự thảo kế hoạch quá hạn:', soon: 'Góp ý dự thảo kế hoạch sắp đến hạn:' },
    one: ofBody,
    many: 'cơ quan chưa góp ý',
    of: ({ id }) => routes.consoleConsultation(id),
    list: ({ about }) => routes.consoleConsultations((about as AboutConsultation).planId),
  },
  appeal: {
    verbs: { late: 'Thư vận động quá hạn trả lời:', soon: 'Thư vận động sắp đến hạn trả lời:' },
    one: (item) => `${item.bodyName}, ${item.title}`,
    many: 'cơ quan',
    of: ({ id }) => routes.consoleAsked(id),
    list: () => routes.consoleAppeals(),
  },
  point: {
    verbs: { late: 'Tham luận, vướng mắc chờ xử lý:' },
    one: ({ title }) => title ?? '',
    many: 'tham luận, vướng mắc',
    of: ({ id }) => routes.consolePoint(id),
    list: () => withQuery(routes.consolePoints(), { [QUERY.status]: 'received' }),
  },
  'support-request': {
    verbs: { late: 'Đề nghị hỗ trợ chưa chuyển:' },
    one: ({ type }) => TYPE_WORD[type as SupportType],
    many: 'vụ, việc',
    of: ({ id }) => routes.consoleOneSupport(id),
    list: () => withQuery(routes.consoleSupport(), { [QUERY.status]: 'received' }),
    action: 'Chuyển',
    atOnce: true,
  },
};
