const GUARD_MS = 8_000;

// A form that came back with mistakes begins at their summary, for screen readers and small screens.
document.getElementById('loi')?.focus();

const sent: HTMLFormElement[] = [];

// On a slow line people tap twice. The guard ends, since an answer may get lost on the way.
document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  if (form.method !== 'post') return;
  if (sent.indexOf(form) >= 0) {
    event.preventDefault();
    return;
  }
  sent.push(form);
  setTimeout(() => sent.splice(0), GUARD_MS);
});

// Back may bring the page as it was left: the form may be sent again at once.
addEventListener('pageshow', () => sent.splice(0));

// A browser without cookies gets another nonce with each reload: the page's entry in the history keeps the first.
const nonce = document.querySelector<HTMLInputElement>('[name=nonce]');
if (nonce && !navigator.cookieEnabled) {
  const kept: unknown = history.state;
  if (typeof kept === 'string') nonce.value = kept;
  else history.replaceState(nonce.value, '');
}
