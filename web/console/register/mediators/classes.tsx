import type { FC } from 'hono/jsx';
import { historyOf, type PersonHistory } from '../../../../functions/participation/history';
import { showPhone } from '../../../../functions/platform/text/phone';
import { shortDate } from '../../../../functions/platform/time/format-date';
import type { World } from '../../../../functions/platform/world/world';
import type { Mediator } from '../../../../functions/register/mediators/mediator';
import { ClassTable, historyWords } from '../../../parts/participation/classes';
import { routes } from '../../../routes';
import { DecideLink } from '../parts/decide-link';

/** The history that the page of a mediator shows; none while the data are restricted. */
export const readHistory = async (world: World, one: Mediator): Promise<PersonHistory> =>
  one.restricted ? { classes: [], offered: [], hours: 0 } : historyOf(world, one);

/** What a mediator attended, and what may be theirs. @param decide the reader may say so */
export const Classes: FC<{ one: Mediator; history: PersonHistory; decide: boolean }> = ({
  one,
  history,
  decide,
}) => (
  <section>
    <h2>Lớp, hội nghị</h2>
    <p>{historyWords(history)}</p>
    {history.classes.length > 0 && (
      <ClassTable
        classes={history.classes}
        nameOf={({ event, registrationId }) => (
          <a href={routes.consoleRegistration(registrationId)}>{event.title}</a>
        )}
      />
    )}
    {decide && history.offered.length > 0 && (
      <>
        <h3>Có thể là lượt đăng ký của người này</h3>
        <ul>
          {history.offered.map(({ registration: r, event }) => (
            <li>
              <a href={routes.consoleRegistration(r.id)}>{r.fullName}</a>, {showPhone(r.phone)}: {event.title}
              , {shortDate(event.startsAt)}
              <DecideLink
                mediatorId={one.id}
                registrationId={r.id}
                about={`${r.fullName}, ${event.title}`}
                back={one.id}
              />
            </li>
          ))}
        </ul>
      </>
    )}
  </section>
);
