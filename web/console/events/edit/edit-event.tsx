import type { Event } from '../../../../functions/events/event/event';
import { mayEvent } from '../../../../functions/events/event/may';
import type { EventRoom } from '../../../../functions/events/event/room';
import { readRoom } from '../../../../functions/events/event/room';
import { dayPoints } from '../../../../functions/events/scheduling/checks/points';
import { updateEvent } from '../../../../functions/events/scheduling/update';
import { missing, Problem } from '../../../../functions/platform/problem/problem';
import type { Page } from '../../../env';
import { DONE, QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { defineForm, valueAt, versionIn } from '../../../ui/form';
import { concernedBy } from '../parts/concerned';
import { Points, readPoints } from '../parts/points';
import { readChoices } from './choices';
import { EventFormPage } from './event-form';
import { EVENT_FIELDS, nameOf } from './fields';
import { marksOf, mergeEdits } from './merge';
import { type MovedAlong, moveAlong } from './move-along';
import { MovedAlongNotice } from './moved-along';
import { withEvent } from './read-event';
import { formValues } from './values';

interface Edited {
  event: Event;
  room: EventRoom;
  /** Rows of the programme beyond those filled in. */
  spare?: number;
  /** The day was edited: what moves along is shown before it is saved. */
  along?: MovedAlong;
}

const editEventForm = defineForm({
  fields: () => ({
    version: { as: 'hidden' },
    marks: { as: 'hidden' },
    movedTo: { as: 'hidden' },
    ...EVENT_FIELDS,
  }),
  called: nameOf,
  fill: ({ event, room }: Edited) => {
    const values = formValues(event, room);
    return { ...values, version: String(event.version), marks: marksOf(values) };
  },
  page: async (c, form, { event, room, spare, along }) => {
    const props = { c, event, spare, choices: await readChoices(c.get('world'), event) };
    if (along) {
      const dates = { startsAt: along.startsAt, endsAt: along.endsAt };
      const concerned = event.shelf === 'public' && (await concernedBy(c.get('world'), event));
      return (
        <EventFormPage {...props} form={form.with(along.values)} hidden={{ movedTo: along.startsAt }}>
          <Points points={dayPoints(dates)} />
          <MovedAlongNotice event={event} along={along} concerned={concerned || undefined} />
        </EventFormPage>
      );
    }
    const points = event.status === 'draft' ? await readPoints(c.get('world'), event) : [];
    if (!form.errors.some((e) => e.code === 'event-changed'))
      return (
        <EventFormPage {...props} form={form}>
          <Points points={points} />
        </EventFormPage>
      );
    // Another editor was first: the form shows both, and is sent as an edit of the newest version.
    const newest = formValues(event, room);
    const merged = mergeEdits(valueAt(form, 'marks') ?? '', form.values, newest);
    const hidden = { version: String(event.version), marks: marksOf(newest) };
    return <EventFormPage {...props} form={form.with(merged.values)} hidden={hidden} merged={merged} />;
  },
});

const readEdited = async (c: Page): Promise<Edited> => {
  const room = await readRoom(c.get('world'), c.req.param('id')!);
  const { event } = room;
  if (!event) throw missing('event');
  if (event.status === 'cancelled') throw new Problem('conflict', 'event-cancelled');
  if (!mayEvent(c.get('account'), event, c.get('world').now()).edit)
    throw new Problem('forbidden', 'forbidden');
  return { event, room };
};

/** Edits an event. */
export const editEventPage = {
  get: async (c: Page) => editEventForm.show(c, { ...(await readEdited(c)), spare: 1 }),
  post: async (c: Page) => {
    const edited = await readEdited(c);
    return editEventForm.handle(
      c,
      async (posted) => {
        if (posted.moreRows) return editEventForm.showAgain(c, posted, { ...edited, spare: 2 });
        const { id, version } = edited.event;
        const along = moveAlong(edited.event, posted, posted.fields.movedTo);
        // Of an older version, the form with both versions comes first.
        if (along && versionIn(posted.fields) === version)
          return editEventForm.showAgain(c, posted, { ...edited, along });
        const after = await withEvent(posted, (input) =>
          updateEvent(c.get('world'), id, versionIn(posted.fields), input),
        );
        const done = after.schedule > edited.event.schedule ? DONE.timeOrPlaceChanged : DONE.saved;
        return withQuery(routes.consoleEvent(id), { [QUERY.done]: done });
      },
      () => readEdited(c),
    );
  },
};
