import type { Block, OfficialDocument } from '../documents/document';
import { draftOf } from '../documents/kept/draft-of';
import { officialMoment, officialNumber } from '../documents/official';
import { daysOf } from '../events/event/days';
import type { Event } from '../events/event/event';
import { getEvent } from '../events/event/get';
import { countPeople, type PeopleCount } from '../events/overview/count-people';
import { listInquiries } from '../inquiries/list';
import { type Download, fileWords } from '../platform/files/download';
import { missing } from '../platform/problem/problem';
import { localDate, ms } from '../platform/time/dates';
import { shortDay } from '../platform/time/format-date';
import type { World } from '../platform/world/world';
import { acceptedPapers } from '../points/booklet';
import type { Point } from '../points/point';
import { listPointItems } from '../points/read';
import { RECOMMENDATION, type Recommendation } from '../recommendations/recommendation';
import { findMinutes } from './keep';
import type { Minutes } from './minutes';

/** What minutes say beside what was typed: it is counted and listed, not typed. */
export interface Recorded {
  people: PeopleCount;
  papers: readonly Point[];
  recommendations: readonly Recommendation[];
}

/** Reads who came, the accepted papers, and the recommendations that came from an event. */
export const readRecorded = async (world: World, event: Event): Promise<Recorded> => {
  const [people, points, all] = await Promise.all([
    countPeople(world, event),
    listPointItems(world),
    listInquiries<Recommendation>(world, RECOMMENDATION),
  ]);
  return {
    people,
    papers: acceptedPapers(points, event.id),
    recommendations: all
      .filter(({ about, status }) => about.eventId === event.id && status !== 'withdrawn')
      .reverse(),
  };
};

/** Words of a person as paragraphs. */
const paragraphs = (words: string): string[] => words.split(/\n+/).filter((line) => line.trim());

/** How many came, of how many; of several days also each of them. */
const attendance = (event: Event, { came, cameAtAll, confirmed }: PeopleCount): Block[] => {
  const days = daysOf(event);
  const total = `${officialNumber(cameAtAll)} người đã điểm danh, trong ${officialNumber(confirmed)} người đã giữ chỗ.`;
  return [
    { label: 'Số người dự', text: total },
    ...(days.length > 1
      ? [{ bullets: days.map((day, i) => `Ngày ${shortDay(day)}: ${officialNumber(came[i] ?? 0)} người.`) }]
      : []),
  ];
};

const recommendationsTable = (recommendations: readonly Recommendation[]): Block => ({
  table: {
    columns: [
      { name: 'STT', share: 8, centred: true },
      { name: 'Nội dung', share: 52 },
      { name: 'Cơ quan được đề nghị trả lời', share: 25 },
      { name: 'Hạn trả lời', share: 15, centred: true },
    ],
    rows: recommendations.map((r, i) => [
      officialNumber(i + 1),
      `${r.title}: ${r.about.words}`,
      r.bodyName,
      shortDay(r.dueOn),
    ]),
  },
});

/** The minutes in the form of Nghị định 30/2020/NĐ-CP: a draft without a number. Pure. */
export const minutesDocument = (
  event: Event,
  minutes: Minutes,
  { people, papers, recommendations }: Recorded,
): OfficialDocument => ({
  kind: 'minutes',
  about: event.title,
  content: [
    { label: 'Thời gian bắt đầu', text: `${officialMoment(minutes.beganAt)}.` },
    { label: 'Địa điểm', text: `${minutes.place}.` },
    { label: 'Chủ tọa', text: `${minutes.chair}, ${minutes.chairPosition}.` },
    {
      label: 'Thư ký',
      text: `${[minutes.secretary, minutes.secretaryPosition].filter(Boolean).join(', ')}.`,
    },
    ...attendance(event, people),
  ],
  sections: [
    {
      heading: 'NỘI DUNG',
      content: [
        ...(papers.length > 0
          ? ['Các tham luận được trình bày:', { bullets: papers.map(({ title }) => `${title}.`) }]
          : []),
        ...paragraphs(minutes.discussion),
      ],
    },
    {
      heading: 'KIẾN NGHỊ',
      content:
        recommendations.length > 0
          ? [recommendationsTable(recommendations)]
          : ['Không có kiến nghị chuyển cơ quan có thẩm quyền.'],
    },
    {
      heading: 'KẾT LUẬN',
      content: [
        ...paragraphs(minutes.conclusions),
        `Hội nghị kết thúc vào ${officialMoment(minutes.endedAt)}.`,
      ],
    },
  ],
  signatures: [
    { title: 'THƯ KÝ', name: minutes.secretary },
    { title: 'CHỦ TỌA', name: minutes.chair },
  ],
});

/**
 * The minutes as a Word file, noted among the documents of the event.
 * @throws Problem missing `event-missing`, `minutes-missing`
 */
export const minutesFile = async (world: World, eventId: string): Promise<Download> => {
  const [event, minutes] = await Promise.all([getEvent(world, eventId), findMinutes(world, eventId)]);
  if (!minutes) throw missing('minutes');
  const document = minutesDocument(event, minutes, await readRecorded(world, event));
  return {
    ...(await draftOf(world, eventId, document, ms(minutes.endedAt))),
    name: `bien-ban-${fileWords(event.title)}-${localDate(event.startsAt)}.docx`,
  };
};
