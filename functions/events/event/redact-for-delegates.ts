import { matches } from '../../platform/text/text';
import type { Event } from './event';

const BETWEEN = /(\s*[,;]\s*|\s+(?:hoặc|và)\s+)/;

/**
 * The event as an invited body's delegates are told of it: they have no registration and so no code,
 * and nothing asks them to bring one. `Giấy mời hoặc mã đăng ký` becomes `Giấy mời`.
 */
export const forDelegates = <E extends Pick<Event, 'bring'>>(event: E): E => {
  const said = event.bring?.split(BETWEEN) ?? [];
  // Things stand at the even places, what joins them at the odd ones.
  const kept = said.flatMap((thing, i) =>
    i % 2 === 0 && thing && !matches(thing, 'đăng ký') ? [{ thing, joint: said[i - 1] ?? '' }] : [],
  );
  const bring = kept.map(({ thing, joint }, i) => (i === 0 ? thing : joint + thing)).join('');
  return { ...event, bring: bring ? bring[0]!.toLocaleUpperCase('vi') + bring.slice(1) : undefined };
};
