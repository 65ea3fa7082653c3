const GUARD_MS = 8_000;

// A form that came back with mistakes begins at their summary, for screen readers and small screens.
document.getElementById('loi')?.focus();

const sent = new WeakSet<EventTarget>();

// On a slow line people tap twice. The guard ends, since an answer may get lost on the way.
document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  if (form.method !== 'post') return;
  if (sent.has(form)) {
    event.preventDefault();
    return;
  }
  sent.add(form);
  setTimeout(() => sent.delete(form), GUARD_MS);
});
