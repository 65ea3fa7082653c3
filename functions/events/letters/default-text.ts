import type { Event } from '../event/event';
import { redactForDelegates } from '../event/redact-for-delegates';
import { datedLines, oneStop } from './dated-lines';

/**
 * The default text of an invitation letter, in the order that officials use: what for, who chairs, when,
 * where, what about. The organizer edits it; each line `Nhãn: nội dung` keeps its label.
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
  const { bring } = redactForDelegates(event);
  const { when, where } = datedLines(event);
  return [
    `Tới dự: ${event.title}.`,
    `Chủ trì: Lãnh đạo ${event.lead?.name ?? department}.`,
    when,
    where,
    event.sessions.length > 0 && `Nội dung: ${[...new Set(event.sessions.map((s) => s.topic))].join('; ')}.`,
    bring && `Mang theo: ${bring}.`,
  ]
    .filter((line) => typeof line === 'string')
    .map(oneStop)
    .join('\n');
};
