import { showCount } from '../../../../functions/platform/text/count';
import type { Copy } from '../../vi/vi';

export const candidates: Copy['candidates'] = {
  open: 'Choose mediators',
  title: 'Mediators of the unit',
  lead: 'Those who came to no training stand first, then those whose last one was long ago.',
  count: (all, never) =>
    never > 0
      ? `${showCount(all, 'en')} mediators, ${showCount(never, 'en')} of them came to no training.`
      : `${showCount(all, 'en')} mediators, all of them came to a training.`,
  empty: 'The register has no mediators of this unit yet. Name people one by one, or paste a list.',
  left: (n) => (n > 0 ? `${showCount(n, 'en')} left of the quota.` : 'The quota is used up.'),
  person: 'Full name',
  team: 'Mediation team',
  last: 'Last training',
  never: 'None',
  states: { named: 'Named', registered: 'Registered already', 'no-phone': 'No phone number' },
  noPhone: 'For people without a phone number in the register, use “Name one person” and enter a number.',
  elsewhere: (n) => `${showCount(n, 'en')} chosen on other pages; they stay chosen.`,
  reserve: 'Keep people beyond the quota in reserve, in the order of the list',
  submit: 'Name the chosen people',
};

export const candidateProblems: Copy['problems'] = {
  'no-mediator-chosen': () => 'Tick at least one mediator',
  'mediator-without-phone': () => 'There is no phone number. Use “Name one person” and enter one',
};
