import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';

/** Asks the server for options with a fresh challenge. */
const ask = async <T>(url: string): Promise<T> => {
  const answer = await fetch(url, { method: 'POST' });
  // The page was open for too long: loaded again, it says that its person must sign in once more.
  if (answer.status === 401) location.reload();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer.json();
};

const createPasskey = async (url: string) =>
  startRegistration({ optionsJSON: await ask<PublicKeyCredentialCreationOptionsJSON>(url) });

const usePasskey = async (url: string) =>
  startAuthentication({ optionsJSON: await ask<PublicKeyCredentialRequestOptionsJSON>(url) });

/** The button creates a passkey, or signs in with one, and the form sends the browser's answer. */
const connect = (form: HTMLFormElement) => {
  const button = form.querySelector('button') as HTMLButtonElement;
  const refusal = form.querySelector('[role=alert]') as HTMLElement;
  const credential = form.querySelector('[name=credential]') as HTMLInputElement;
  const answer = form.dataset.passkey === 'create' ? createPasskey : usePasskey;
  form.hidden = false;
  button.onclick = async () => {
    button.disabled = true;
    refusal.hidden = true;
    try {
      credential.value = JSON.stringify(await answer(form.dataset.ask ?? ''));
      form.submit();
    } catch {
      // The person or the device said no; a code by mail still works.
      button.disabled = false;
      refusal.hidden = false;
    }
  };
};

// In a browser without passkeys the forms stay hidden.
if (browserSupportsWebAuthn())
  for (const form of Array.from(document.querySelectorAll<HTMLFormElement>('form[data-passkey]')))
    connect(form);
