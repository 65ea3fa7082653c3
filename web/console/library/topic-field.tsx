import type { FC } from 'hono/jsx';
import { TOPIC_NAMES, TOPICS } from '../../../functions/library/catalogue/topic-names';
import { Checkbox, errorAt, type FormState, messageOf } from '../../ui/form';

/** The topics of a thing of the library: one box for each, one message for all. */
export const TopicField: FC<{ form: FormState }> = ({ form }) => {
  const error = errorAt(form, 'topics');
  return (
    <fieldset class={error ? 'invalid' : undefined}>
      <legend>Chủ đề</legend>
      {error && (
        <p class="error-text" id="o-topics" tabindex={-1}>
          {messageOf('vi', error)}
        </p>
      )}
      {TOPICS.map((topic) => (
        <Checkbox form={{ ...form, errors: [] }} name="topics" value={topic} label={TOPIC_NAMES[topic]} />
      ))}
    </fieldset>
  );
};
