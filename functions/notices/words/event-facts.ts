import type { Event } from '../../events/event';
import { placeOf } from '../../events/place';
import { span } from '../../when';
import type { Block } from './letter';
import { facts } from './letter';

/**
 * When and where, as everybody may know it.
 * @param seated adds what only people with a seat are given: the online link, what to bring
 */
export const whenAndWhere = (event: Event, seated?: { online: boolean }): Block =>
  facts(
    ['Nội dung', event.title],
    ['Thời gian', event.undated ? 'sẽ báo sau' : span(event.startsAt, event.endsAt)],
    ['Địa điểm', !(seated?.online || event.mode === 'online') && placeOf(event)],
    ['Hình thức', (seated?.online || event.mode === 'online') && 'Trực tuyến'],
    ['Đường dẫn vào lớp', Boolean(seated) && (seated!.online || event.mode === 'online') && event.onlineUrl],
    ['Mang theo', Boolean(seated) && event.bring],
    ['Ăn trưa', Boolean(seated) && event.lunch],
    ['Hỗ trợ đi lại', Boolean(seated) && event.travel],
  );

/** Dates of an event as subjects say them. */
export const named = (event: Event): string => `"${event.title}"`;
