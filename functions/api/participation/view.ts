import * as z from 'zod';
import { KINDS } from '../../events/event/event-input';
import { ATTENDANCES, type ClassOfPerson, type PersonHistory } from '../../participation/history';

const ClassView = z
  .object({
    registrationId: z.string(),
    eventId: z.string(),
    title: z.string(),
    kind: z.enum(KINDS),
    startsAt: z.string(),
    endsAt: z.string(),
    attendance: z.enum(ATTENDANCES),
    days: z.number().describe('On how many days the person was seen'),
    hours: z.number().describe('Of those days, by the programme'),
    topics: z.array(z.string()).describe('Of the programme of those days'),
  })
  .meta({ id: 'PersonClass' });

export const HistoryView = z
  .object({
    classes: z.array(ClassView).describe('The latest first'),
    hours: z.number().describe('Of all classes that were attended'),
  })
  .meta({ id: 'PersonHistory' });

const classView = ({ event, ...one }: ClassOfPerson): z.output<typeof ClassView> => ({
  registrationId: one.registrationId,
  eventId: event.id,
  title: event.title,
  kind: event.kind,
  startsAt: event.startsAt,
  endsAt: event.endsAt,
  attendance: one.attendance,
  days: one.days,
  hours: one.hours,
  topics: one.topics,
});

export const historyView = ({ classes, hours }: PersonHistory): z.output<typeof HistoryView> => ({
  classes: classes.map(classView),
  hours,
});
