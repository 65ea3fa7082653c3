import { QUESTIONS, type Question, USUAL_QUESTIONS } from './person-fields';

/** What forms ask of a person for an event beside name, phone and origin, in the order of forms. */
export const questionsOf = ({ questions }: { questions?: readonly Question[] }): Question[] => {
  const asked: readonly Question[] = questions ?? USUAL_QUESTIONS;
  return QUESTIONS.filter((name) => asked.includes(name));
};
