import type { FC } from 'hono/jsx';
import type { Event } from '../../../../functions/events/event/event';
import { lacksOnlineLink } from '../../../../functions/events/event/place';
import { missingFields, publishEvent } from '../../../../functions/events/scheduling/publish';
import { PublicationInput } from '../../../../functions/events/scheduling/transition-inputs';
import { parse } from '../../../../functions/platform/input/parse';
import type { FieldError } from '../../../../functions/platform/problem/problem';
import { DONE, QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { defineForm, fieldId, messageOf } from '../../../ui/form';
import { concernedBy, WhoIsTold } from '../parts/concerned';
import { Points, readPoints } from '../parts/points';
import { dateAndTime } from '../parts/words';
import { mustMeanDayOff, NEW_DATES, NewDates, readNewDates } from './new-dates';
import { type AboutEvent, AskingPage, ConfirmPage, transition, versionOf } from './transition';

const publishForm = defineForm({
  fields: () => ({ version: { as: 'hidden' }, ...NEW_DATES }),
  fill: ({ event }: AboutEvent) => {
    if (event.status !== 'postponed') return {};
    const { date, time } = dateAndTime(event.undated ? undefined : event.startsAt);
    return { 'startsAt.date': date, 'startsAt.time': time };
  },
  page: async (c, form, { event, room }) => {
    const world = c.get('world');
    const page = { c, event, form, action: routes.consolePublish(event.id) };
    const concerned = await concernedBy(world, event);
    if (event.status === 'postponed')
      return (
        <ConfirmPage {...page} title="Mở lại lớp, hội nghị" yes="Mở lại">
          <NewDates form={form} />
          <WhoIsTold concerned={concerned} />
        </ConfirmPage>
      );
    const lacking = event.status === 'draft' ? missingFields(event, room, world.now()) : [];
    if (lacking.length)
      return (
        <AskingPage c={c} event={event} title="Chưa công bố được">
          <form.Post action={page.action} class="form" hidden={{ version: String(event.version) }}>
            <Lacking event={event} lacking={lacking} />
          </form.Post>
        </AskingPage>
      );
    return (
      <ConfirmPage {...page} title="Công bố lớp, hội nghị" yes="Công bố">
        <Points points={await readPoints(world, event)} />
        <OncePublished event={event} />
        <WhoIsTold concerned={concerned} officesOnly />
      </ConfirmPage>
    );
  },
});

/** What a draft still needs, each with the way to its field. */
const Lacking: FC<{ event: Event; lacking: readonly FieldError[] }> = ({ event, lacking }) => {
  const edit = routes.consoleEditEvent(event.id);
  return (
    <>
      <div class="notice lotus">
        <p>Còn thiếu:</p>
        <ul>
          {lacking.map((f) => (
            <li>
              <a href={`${edit}#${fieldId(f.path === 'pools' ? 'onlineSeats' : f.path)}`}>
                {messageOf('vi', f)}
              </a>
            </li>
          ))}
        </ul>
      </div>
      <p>
        <a class="btn" href={edit}>
          Sửa
        </a>
      </p>
    </>
  );
};

const OncePublished: FC<{ event: Event }> = ({ event }) => (
  <>
    <p>
      Sau khi công bố, trang này hiện cho mọi người
      {event.admission === 'open' ? ' và nhận đăng ký.' : '.'}{' '}
      <a href={routes.consolePreview(event.id)}>Xem trước</a>
    </p>
    {lacksOnlineLink(event) && (
      <p class="notice">
        Chưa có đường dẫn trực tuyến. Công bố trước rồi điền sau cũng được: ai tham dự trực tuyến sẽ nhận
        đường dẫn khi có.{' '}
        <a href={`${routes.consoleEditEvent(event.id)}#${fieldId('onlineUrl')}`}>Điền ngay</a>
      </p>
    )}
  </>
);

/** Publishes a draft, or resumes a postponed event on new dates. */
export const publishPage = transition({
  verb: 'publish',
  form: publishForm,
  act: async (c, event, fields) => {
    const resumes = event.status === 'postponed';
    const dates = resumes ? readNewDates(fields) : {};
    if (resumes) mustMeanDayOff(event, readNewDates(fields), fields);
    const input = parse(PublicationInput, { ...versionOf(fields), ...dates });
    await publishEvent(c.get('world'), event.id, input);
    return withQuery(routes.consoleEvent(event.id), {
      [QUERY.done]: resumes ? DONE.resumed : DONE.published,
    });
  },
});
