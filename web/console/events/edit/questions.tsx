import type { FC } from 'hono/jsx';
import { QUESTIONS, type Question } from '../../../../functions/events/person/person-fields';
import { copy } from '../../../copy/copy';
import { personFields } from '../../../parts/registrations/person';
import { Checkbox, type FormState } from '../../../ui/form';

/** What the console calls a question. */
export const questionWord = (name: Question): string => personFields(copy('vi'), 'other')[name].label;

/** What is asked of people beside name, phone and unit: with fewer questions more people finish the form. */
export const QuestionsField: FC<{ form: FormState }> = ({ form }) => (
  <fieldset id="o-questions">
    <legend>Hỏi thêm người đăng ký</legend>
    <p class="hint">
      Ngoài họ tên, số điện thoại và đơn vị. Mục không đánh dấu thì không có trong mẫu đăng ký.
    </p>
    {/* Says that the boxes were there, also where none is ticked. */}
    <input type="hidden" name="questions" value="" />
    <div class="many">
      {QUESTIONS.map((name) => (
        <Checkbox form={form} name="questions" value={name} label={questionWord(name)} />
      ))}
    </div>
  </fieldset>
);
