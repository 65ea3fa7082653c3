import type { FC } from 'hono/jsx';
import type { Body } from '../../../../functions/directory/bodies/body';
import type { UsedSigner } from '../../../../functions/events/letters/shared-letter';
import { SignerQuestions, signerFields } from '../../../parts/letters/signer';
import { BUTTON, STEP } from '../../../query';
import { Button, type FieldSpec, type FilledForm } from '../../../ui/form';
import { Island } from '../../../ui/island';
import { BodyChoice } from '../parts/body-choice';
import { TermsQuestions, termsFields } from '../parts/terms';

/** Values of `letterFor`. */
export const FOR = { all: 'chung', each: 'rieng' } as const;

export const inviteFields = () =>
  ({
    bodyIds: { as: 'custom' },
    letterFor: {
      as: 'radios',
      label: 'Giấy mời',
      options: [
        { value: FOR.all, label: 'Một giấy mời chung, kính mời như danh sách kèm theo' },
        { value: FOR.each, label: 'Mỗi cơ quan một giấy mời' },
      ],
    },
    ...termsFields(),
    ...signerFields(),
  }) satisfies Record<string, FieldSpec>;

interface InviteFormProps {
  form: FilledForm<keyof ReturnType<typeof inviteFields>>;
  page: { path: string; asked: string | undefined };
  bodies: readonly Body[];
  /** The ids of those that have an invitation. */
  invited: ReadonlySet<string>;
  signers: readonly UsedSigner[];
  /** Mails can be sent: the event is published. */
  sendable: boolean;
}

export const InviteForm: FC<InviteFormProps> = ({ form, page, bodies, invited, signers, sendable }) => (
  <>
    <form.Errors />
    <form.Post class="form" action={page.path}>
      <BodyChoice form={form} bodies={bodies} invited={invited} page={page} />
      <form.Field name="letterFor" />
      <TermsQuestions form={form} />
      <SignerQuestions form={form} used={signers} />
      <p class="actions">
        <Button name={BUTTON.step} value={STEP.draft}>
          Soạn giấy mời để trình ký
        </Button>
        {sendable && (
          <Button kind="plain" name={BUTTON.step} value={STEP.preview}>
            Xem trước và gửi ngay
          </Button>
        )}
      </p>
      <p class="hint">
        Soạn để trình ký: chưa gửi nơi nào; tải dự thảo về ký số, tải bản ký lên một lần rồi gửi tất cả.
      </p>
      <Island name="dates" />
    </form.Post>
  </>
);
