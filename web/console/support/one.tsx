import { getRegistration } from '../../../functions/events/registrations/find';
import type { Change } from '../../../functions/platform/audit/change';
import { placeOf } from '../../../functions/support/pass';
import { stateOf } from '../../../functions/support/request';
import { TYPE_WORD } from '../../../functions/support/words';
import type { Page } from '../../env';
import { StateTag, SupportView } from '../../parts/support/answer';
import { DONE } from '../../query';
import { routes } from '../../routes';
import { Done } from '../../ui/console';
import { History, readStory } from '../history/history';
import { BelowSupport, readOne, rightsOf } from './access';

/** One request with its answer, and what can be done about it. */
export const onePage = async (c: Page): Promise<Response> => {
  const one = await readOne(c);
  const world = c.get('world');
  const { request, inquiry } = one;
  const [place, person, story] = await Promise.all([
    placeOf(world, request),
    request.registrationId ? getRegistration(world, request.registrationId) : undefined,
    readStory(world, request.id),
  ]);
  const open = stateOf(one) !== 'closed';
  return c.html(
    <BelowSupport c={c} title={TYPE_WORD[request.type]}>
      <Done
        c={c}
        words={{
          [DONE.created]: 'Đã ghi đề nghị hỗ trợ.',
          [DONE.passed]: 'Đã chuyển đề nghị. Cơ quan trả lời đang được báo.',
          [DONE.answerEntered]: 'Đã ghi câu trả lời. Người đề nghị đang được báo.',
          [DONE.closed]: 'Đã kết thúc đề nghị hỗ trợ.',
        }}
      />
      <p>
        <StateTag of={one} />
      </p>
      <dl class="facts">
        <dt>Người gửi</dt>
        <dd>
          {person ? (
            <a href={routes.consoleRegistration(person.id)}>{person.fullName}</a>
          ) : (
            'Cán bộ gửi cho tổ hòa giải'
          )}
        </dd>
        {place && (
          <>
            <dt>Nơi gửi</dt>
            <dd>{place}</dd>
          </>
        )}
      </dl>
      <SupportView of={one} />
      {open && rightsOf(c).handle && (
        <ul class="steps">
          {!inquiry && (
            <li>
              <a href={routes.consoleSupportAct(request.id, 'chuyen')}>Chuyển tới cơ quan trả lời</a>
            </li>
          )}
          {inquiry && (
            <li>
              <a href={routes.consoleSupportAct(request.id, 'tra-loi')}>
                Nhập trả lời qua điện thoại, công văn
              </a>
            </li>
          )}
          <li>
            <a href={routes.consoleSupportAct(request.id, 'ket-thuc')}>Kết thúc</a>
          </li>
        </ul>
      )}
      <History story={story} {...WORDS} />
    </BelowSupport>,
  );
};

const WORDS = {
  fields: { passedAt: 'chuyển', closedAt: 'kết thúc' },
  created: 'gửi đề nghị',
  told: ({ fields }: Pick<Change, 'fields'>) =>
    fields.closedAt ? 'kết thúc đề nghị' : fields.passedAt ? 'chuyển đề nghị tới cơ quan trả lời' : undefined,
};
