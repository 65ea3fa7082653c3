import type { Copy } from '../vi/vi';

export const unitProblems: Copy['problems'] = {
  'unit-required': () => 'Choose a unit or a body',
  'unit-unknown': (d) => `There is no such unit${d.units ? `. Is it ${d.units}?` : ''}`,
  'unit-ended': (d) => `${d.name} ended on ${d.since}${d.now ? `. It is now: ${d.now}` : ''}`,
  'unit-split': (d) => `This unit was divided. Choose one of: ${d.units}`,
  'unit-twice': (d) => `There is a unit of this name here already${d.name ? `: ${d.name}` : ''}`,
  'unit-or-body': () => 'Choose either a unit or a body',
  'unit-parent': () => 'A commune belongs to a province, district, town or city; a district to a province',
  'unit-stale': () => 'Somebody else has just changed this unit. Look at it again, then edit.',
  'unit-level-fixed': () => 'The level of a unit cannot change. End this unit and add a new one',
  'unit-from-late': () => 'The first day must be before the end',
  'unit-end-required': () => 'Give the day on which it ends, or choose no successors',
  'unit-end-early': () => 'It must end after its first day',
  'unit-successor-itself': () => 'A successor is another unit',
  'unit-successor-level': () => 'A successor is of the same level; a district may be divided into communes',
  'unit-successor-not-in-force': () => 'This successor is not in force on that day',
  'unit-outside': () => 'This place is not within the unit that has the quota',
};
