import { showCount } from '../../../functions/platform/text/count';
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
  'tile-name-unknown': (d) =>
    `There is no unit called “${d.name}”. Correct the name, or leave the cell empty`,
  'tile-unit-unknown': () => 'A cell names a unit that does not exist',
  'tile-twice': () => 'Each unit has one cell; one of them is there twice',
  'tiles-too-wide': () => 'A row has at most 16 cells',
  'tiles-too-many': () => 'The map has at most 24 rows',
  'tiles-stale': () => 'Somebody else has just changed this map. Look at it again, then edit.',
  'unit-outside': () => 'This place is not within the unit that has the quota',
};

/** What to tell about the register of mediation teams and mediators. */
export const registerProblems: Copy['problems'] = {
  'team-missing': () => 'There is no such mediation team.',
  'team-twice': (d) => `There is a team of this name here already${d.name ? `: ${d.name}` : ''}`,
  'team-stale': () => 'Somebody else has just changed this team. Look at it again, then edit.',
  'team-unit-level': () => 'A mediation team belongs to a commune, ward, township or special zone',
  'team-dissolved': () => 'This team was dissolved. Choose another one',
  'team-has-members': (d) =>
    `The team has ${showCount(Number(d.count), 'en')} mediators. Move them to another team or record their dismissal first.`,
  'participation-missing': () => 'This registration is no longer offered to this mediator.',
  'participation-stale': () => 'The link has just changed. Look at it again, then decide.',
  'mediator-missing': () => 'There is no such mediator.',
  'mediator-stale': () => 'Somebody else has just changed this mediator. Look at it again, then edit.',
  'mediator-restricted': () => 'The data of this person are restricted. Lift that before you edit.',
  'mediator-dismissed': (d) =>
    `${d.name || 'This person'} was dismissed from the team. If elected again, record it on their page`,
  'mediator-alike': (d) =>
    `The team has ${d.name || 'a person'} with a similar name. Write the name as the register has it, or add this person on the page of the team`,
  'mediator-other-team': (d) =>
    `${d.name || 'The person with this phone'} is in ${d.team || 'another team'}. Move them on their own page`,
  'phone-shared': (d) => `Shares the phone with ${d.name}`,
  'team-unclear': (d) => `“${d.said}” has several teams. Write the name of the team`,
  'team-required': () => 'The row names no mediation team',
  'unit-not-yours': () => 'You do not look after this area',
  'mediator-merged': () => 'This record was merged into another one of the same person.',
  'merge-same': () => 'Choose two different records.',
  'merge-has-merged': () =>
    'The record that would go has another one merged into it. Keep that record, or split it first.',
  'split-team-dissolved': () => 'The team of one of both records was dissolved since the merger',
  'mediator-namesake': (d) => `${d.name} is in this team. If it is another person, say so and save again`,
  'mediator-elsewhere': (d) =>
    `${d.name} has the same phone and may be this person in another team. If it is another person, say so and save again`,
  'mediator-phone': (d) =>
    `${d.name} has this phone. If the two share it, say that it is another person and save again`,
  'step-not-possible': () => 'This cannot be recorded in the present state. Look at the mediator again.',
  'step-early': (d) => `This day must not be before ${d.since}, the day of the step before`,
  'day-ahead': () => 'This day has not come yet',
  'day-early': () => 'The day must be in 1975 or later',
  'goals-stale': () => 'Somebody else has just changed the goals. Look at them again, then save.',
  'coverage-goals-stale': () => 'Somebody else has just entered a goal. Look at the goals again, then go on.',
  'rules-stale': () => 'Somebody else has just changed the rules. Look at them again, then save.',
};
