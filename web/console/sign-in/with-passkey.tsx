import type { FC, PropsWithChildren } from 'hono/jsx';
import { KEPT, QUERY } from '../../query';
import { routes } from '../../routes';
import { PasskeyForm } from './passkey-form';

interface WithPasskeyProps {
  /** Where signing in leads. */
  back: string;
  /** A form that was filled in before, sealed. */
  kept?: string | undefined;
  /** What to do where the key does not work: "nhận mã qua email". */
  otherwise: string;
}

/** Signing in with a passkey; its children are shown with its button. */
export const WithPasskey: FC<PropsWithChildren<WithPasskeyProps>> = ({ back, kept, otherwise, children }) => (
  <PasskeyForm
    act="get"
    action={routes.signInPasskey()}
    ask={routes.signInPasskeyAsk()}
    button="Đăng nhập bằng khóa"
    failed={`Chưa dùng được khóa trên máy này. Vui lòng thử lại, hoặc ${otherwise}.`}
  >
    <input type="hidden" name={QUERY.back} value={back} />
    {kept && <input type="hidden" name={KEPT} value={kept} />}
    {children}
  </PasskeyForm>
);
