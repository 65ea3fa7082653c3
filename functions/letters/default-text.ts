import { forDelegates } from '../events/bring';
import type { Event } from '../events/event';
import { placeOf } from '../events/place';
import { officialSpan } from './official';

/**
 * The middle of an invitation letter as an official would begin it: what for, who chairs, when, where,
 * what about. The organizer edits it; each line `Nhãn: nội dung` keeps its label.
 * @param department the issuing body, which chairs where no lead body is named
 */
export const defaultLetterText = (
  event: Pick<
    Event,
    | 'title'
    | 'lead'
    | 'startsAt'
    | 'endsAt'
    | 'undated'
    | 'mode'
    | 'venue'
    | 'venueAddress'
    | 'placeName'
    | 'sessions'
    | 'bring'
  >,
  department: string,
): string => {
  const { bring } = forDelegates(event);
  return [
    `Tới dự: ${event.title}.`,
    `Chủ trì: Lãnh đạo ${event.lead?.name ?? department}.`,
    `Thời gian: ${event.undated ? 'sẽ thông báo sau' : officialSpan(event.startsAt, event.endsAt)}.`,
    `Địa điểm: ${whereTo(event)}.`,
    event.sessions.length > 0 && `Nội dung: ${[...new Set(event.sessions.map((s) => s.topic))].join('; ')}.`,
    bring && `Mang theo: ${bring}.`,
  ]
    .filter((line) => typeof line === 'string')
    .map((line) => line.replace(/\.\.$/, '.'))
    .join('\n');
};

const whereTo = (event: Parameters<typeof defaultLetterText>[0]): string => {
  const place = placeOf(event);
  if (event.mode === 'online') return 'trực tuyến, đường dẫn được gửi sau khi xác nhận tham dự';
  return event.mode === 'both' ? `${place}; có điểm cầu trực tuyến` : place;
};
