import { matches } from '../../platform/text/text';
import type { Event } from './event';

const BETWEEN = /(\s*[,;]\s*|\s+(?:hoặc|và)\s+)/;

/**
 * The event for an invited body's delegates. They have no registration and no code, so nothing may ask them
 * to bring one: `Giấy mời hoặc mã đăng ký` becomes `Giấy mời`.
 */
export const redactForDelegates = <E extends Pick<Event, 'bring'>>(event: E): E => {
  // Even positions hold things, odd positions the words that join them.
  const parts = event.bring?.split(BETWEEN) ?? [];
  const kept = parts.flatMap((thing, i) =>
    i % 2 === 0 && thing && !matches(thing, 'đăng ký') ? [{ thing, joint: parts[i - 1] ?? '' }] : [],
  );
  const bring = kept.map(({ thing, joint }, i) => (i === 0 ? thing : joint + thing)).join('');
  return { ...event, bring: bring ? bring[0]!.toLocaleUpperCase('vi') + bring.slice(1) : undefined };
};
