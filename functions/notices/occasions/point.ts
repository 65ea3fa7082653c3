import type { Registration } from '../../events/registrations/registration';
import type { Point } from '../../points/point';
import type { Recommendation } from '../../recommendations/recommendation';
import type { Occasion } from './occasion';

/** What the person who raised a paper or a difficulty is told: each decision of the department, each answer of the body. */
export const pointOccasions = (
  { outcome, decidedAt }: Pick<Point, 'outcome' | 'decidedAt'>,
  recommendation: Pick<Recommendation, 'answer'> | undefined,
  { restricted, forgotten }: Pick<Registration, 'restricted' | 'forgotten'>,
): Occasion[] => {
  if (restricted || forgotten) return [];
  const answer = recommendation?.answer;
  return [
    // A decision can be changed: each has its own time.
    ...(outcome && decidedAt
      ? [{ sk: `point-decided#${decidedAt}`, template: 'point-decided', at: decidedAt }]
      : []),
    ...(answer ? [{ sk: `point-answered#${answer.n}`, template: 'point-answered', at: answer.at }] : []),
  ];
};
