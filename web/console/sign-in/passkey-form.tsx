import type { Child, FC } from 'hono/jsx';
import { Island } from '../../ui/island';

interface PasskeyFormProps {
  /** Makes a new passkey, or uses one. */
  act: 'create' | 'get';
  action: string;
  /** Where the script asks for the challenge. */
  ask: string;
  button: string;
  /** What is said where the device or the person says no. */
  failed: string;
  children?: Child;
}

/** Hidden until a script finds that the browser knows passkeys; without one, codes by mail serve. */
export const PasskeyForm: FC<PasskeyFormProps> = ({ act, action, ask, button, failed, children }) => (
  <>
    <form method="post" action={action} data-passkey={act} data-ask={ask} hidden>
      <input type="hidden" name="credential" />
      {children}
      <p class="error-text" role="alert" hidden>
        {failed}
      </p>
      <button type="button" class="btn plain">
        {button}
      </button>
    </form>
    <Island name="passkey" />
  </>
);
