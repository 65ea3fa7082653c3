import type { Unit } from '../units/unit';
import type { Body } from './body';

/** The committee of a unit, or the nearest one above it. */
export const committeeOf = (bodies: readonly Body[], line: readonly Unit[]): Body | undefined => {
  const committees = bodies.filter(({ kind }) => kind === 'people-committee');
  for (const unit of line) {
    const own = committees.find(({ unitId }) => unitId === unit.id);
    if (own) return own;
  }
  return undefined;
};
