import type { FC } from 'hono/jsx';
import type { Body } from '../../../../functions/directory/bodies/body';
import { mailAddress } from '../../../../functions/directory/bodies/mail-address';
import { BUTTON, STEP } from '../../../query';
import { Button, Checkbox, type FieldSpec, type FilledForm, fieldId, messageOf } from '../../../ui/form';
import { KIND_WORDS } from '../../bodies/body-words';
import { TermsQuestions, termsFields } from '../parts/terms';

export const inviteFields = () =>
  ({
    bodyIds: { as: 'custom' },
    ...termsFields(),
    hold: {
      as: 'tick',
      label: 'Chỉ soạn giấy mời, gửi sau khi đã ký (nên chọn khi cần kèm bản ký số ngay từ thư đầu)',
    },
  }) satisfies Record<string, FieldSpec>;

interface InviteFormProps {
  form: FilledForm<keyof ReturnType<typeof inviteFields>>;
  action: string;
  bodies: readonly Body[];
  /** The ids of those that have an invitation. */
  invited: ReadonlySet<string>;
}

export const InviteForm: FC<InviteFormProps> = ({ form, action, bodies, invited }) => {
  const error = form.errors.find((e) => e.path.startsWith('bodyIds'));
  const kinds = [...new Set(bodies.map((b) => b.kind))];
  return (
    <>
      <form.Errors />
      <form.Post class="form" action={action}>
        <fieldset id={fieldId('bodyIds')} class={error ? 'invalid' : undefined}>
          <legend>Mời cơ quan nào?</legend>
          {error && <p class="error-text">{messageOf('vi', error)}</p>}
          {kinds.map((kind) => (
            <fieldset>
              <legend class="group">{KIND_WORDS[kind]}</legend>
              {bodies
                .filter((b) => b.kind === kind)
                .map((b) =>
                  invited.has(b.id) ? (
                    <p class="soft">{b.name}: đã có thư mời</p>
                  ) : (
                    <Checkbox
                      form={{ ...form, errors: [] }}
                      name="bodyIds"
                      value={b.id}
                      label={
                        <>
                          {b.name}{' '}
                          <span class="soft">{mailAddress(b) ?? 'không có email dùng được: gọi điện'}</span>
                        </>
                      }
                    />
                  ),
                )}
            </fieldset>
          ))}
        </fieldset>
        <TermsQuestions form={form} />
        <form.Field name="hold" />
        <Button name={BUTTON.step} value={STEP.preview}>
          Xem trước
        </Button>
      </form.Post>
    </>
  );
};
