import { QUESTIONS, type Question, USUAL_QUESTIONS } from '../person/person-fields';
import type { Event } from './event';

/** What forms ask of a person for this event beside name, phone and origin, in the order of forms. */
export const questionsOf = ({ questions }: Partial<Pick<Event, 'questions'>>): Question[] => {
  const asked: readonly Question[] = questions ?? USUAL_QUESTIONS;
  return QUESTIONS.filter((name) => asked.includes(name));
};
