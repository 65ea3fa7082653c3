import type { Child, FC } from 'hono/jsx';
import { daysCame } from '../../../../functions/events/attendance/check-in';
import { consentOf } from '../../../../functions/events/registrations/consent';
import type { Consent } from '../../../../functions/events/registrations/registration';
import { CHANNEL_WORD, CONSENT_WORD } from '../../../../functions/events/registrations/words';
import { showCode } from '../../../../functions/platform/keys/ids';
import { dialPhone, showPhone } from '../../../../functions/platform/text/phone';
import { capitalised } from '../../../../functions/platform/text/text';
import { moment, span } from '../../../../functions/platform/time/format-date';
import { copy } from '../../../copy/copy';
import { personDetails } from '../../../parts/registrations/person';
import { routes } from '../../../routes';
import { Summary } from '../../../ui/summary';
import type { One } from './access';
import { fromOf } from './words';

/** The ground, and the wording where it was shown. */
const consentWords = ({ basis, version, shownAt }: Consent): string =>
  [CONSENT_WORD[basis], version && `lời đồng ý bản ${version}`, shownAt && `hiện lúc ${moment(shownAt)}`]
    .filter(Boolean)
    .join(', ');

/** What is on file about one registration. */
export const Facts: FC<One> = ({ registration: r, event, rights }) => {
  const details = Object.values(personDetails(r, copy('vi'))).map(({ label, value }): [string, Child] => [
    label,
    value === true ? 'Cần' : value,
  ]);
  const rows: [string, Child][] = [
    ['Số điện thoại', r.phone && <a href={`tel:${dialPhone(r.phone)}`}>{showPhone(r.phone)}</a>],
    ['Mã đăng ký', rights.seeCode && <span class="num">{showCode(r.code)}</span>],
    ['Đơn vị', fromOf(r)],
    ...details,
    ['Tham dự', event.mode === 'both' && (r.online ? 'Trực tuyến' : 'Tại hội trường')],
    ['Lớp, hội nghị', <a href={routes.consoleEvent(event.id)}>{event.title}</a>],
    ['Thời gian', event.undated ? 'Chưa có ngày mới' : capitalised(span(event.startsAt, event.endsAt))],
    [
      'Có mặt',
      capitalised(
        daysCame(r)
          .map(({ at }) => moment(at))
          .join('; '),
      ),
    ],
    ['Lý do', r.reason],
    ['Được thay bằng', r.replacedBy && <a href={routes.consoleRegistration(r.replacedBy)}>Xem người thay</a>],
    ['Đăng ký qua', CHANNEL_WORD[r.channel]],
    ['Căn cứ dùng dữ liệu', consentWords(consentOf(r))],
    ['Ghi lúc', capitalised(moment(r.createdAt))],
    ['Sửa lần cuối', r.updatedAt !== r.createdAt && capitalised(moment(r.updatedAt))],
  ];
  return <Summary rows={rows} />;
};
