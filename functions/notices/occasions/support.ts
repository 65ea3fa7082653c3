import type { Registration } from '../../events/registrations/registration';
import type { SupportInquiry, SupportRequest } from '../../support/request';
import type { Occasion } from './occasion';

/** What the mediator who asked is told: each answer of the body, and what came of it. */
export const supportOccasions = (
  { closedAt, closeWords, outcome }: SupportRequest,
  inquiry: SupportInquiry | undefined,
  { restricted, forgotten }: Pick<Registration, 'restricted' | 'forgotten'>,
): Occasion[] => {
  if (restricted || forgotten) return [];
  const answer = inquiry?.answer;
  return [
    ...(answer ? [{ sk: `support-answered#${answer.n}`, template: 'support-answered', at: answer.at }] : []),
    // A body's answer says all, unless the organizer adds something.
    ...(closedAt && outcome && (closeWords || !answer)
      ? [{ sk: 'support-closed', template: 'support-closed', at: closedAt }]
      : []),
  ];
};
