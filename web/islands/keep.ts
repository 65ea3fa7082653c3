/** How long until a form that could not be sent is tried again. */
const AGAIN_MS = 15_000;

const box = document.querySelector<HTMLElement>('[data-keep]');
const form = document.querySelector<HTMLFormElement>('form[method=post].form');

type Control = HTMLInputElement | HTMLTextAreaElement;
const controls = (): Control[] =>
  form ? [].slice.call(form.querySelectorAll('input[name], textarea[name]')) : [];
const chosen = (control: Control) => control.type === 'radio' || control.type === 'checkbox';

/** Of one page and one account: on a phone that two people share, neither sees what the other typed. */
const keyOf = () => {
  const account = form!.querySelector<HTMLInputElement>('[name=nguoi-mo]');
  return `giu:${account ? account.value : ''}:${location.pathname}`;
};

/** What is typed, as a form sends it: pairs of name and value. The account that opened the page is not kept. */
const typed = (): [string, string][] =>
  controls()
    .filter((control) => control.name !== 'nguoi-mo')
    .filter((control) => !chosen(control) || (control as HTMLInputElement).checked)
    .map((control): [string, string] => [control.name, control.value]);

const say = (text: string) => {
  box!.hidden = false;
  box!.querySelector('[role=status]')!.textContent = text;
};

// A browser may refuse to keep anything: the form then works as any other.
const keep = () => {
  try {
    localStorage.setItem(keyOf(), JSON.stringify(typed()));
  } catch {}
};
const kept = (): [string, string][] | undefined => {
  try {
    return JSON.parse(localStorage.getItem(keyOf()) || 'null') || undefined;
  } catch {
    return undefined;
  }
};
const forget = () => {
  try {
    localStorage.removeItem(keyOf());
  } catch {}
};

const restore = (pairs: [string, string][]) => {
  for (const control of controls()) {
    // The version is the one of the page: what was kept is saved over what the page shows.
    if (control.name === 'version' || control.name === 'nguoi-mo') continue;
    const values = pairs.filter((pair) => pair[0] === control.name).map((pair) => pair[1]);
    if (chosen(control)) (control as HTMLInputElement).checked = values.indexOf(control.value) >= 0;
    else if (values.length) control.value = values[0]!;
  }
};

let sending = false;
let timer: ReturnType<typeof setTimeout> | undefined;

const notSent = () => {
  sending = false;
  say('Chưa gửi: chưa có mạng. Nội dung được giữ trên máy này và tự gửi khi có mạng.');
  clearTimeout(timer);
  timer = setTimeout(send, AGAIN_MS);
};

const encoded = () =>
  controls()
    .filter((control) => !chosen(control) || (control as HTMLInputElement).checked)
    .map((control) => `${encodeURIComponent(control.name)}=${encodeURIComponent(control.value)}`)
    .join('&');

const send = () => {
  if (sending || !form || !box) return;
  sending = true;
  keep();
  say('Đang gửi…');
  const request = new XMLHttpRequest();
  request.open('POST', form.action);
  request.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded');
  request.timeout = 30_000;
  request.onerror = notSent;
  request.ontimeout = notSent;
  request.onload = () => {
    sending = false;
    // The server is away for a moment.
    if (request.status >= 500) return notSent();
    const to = new URL(request.responseURL || location.href);
    if (to.pathname !== box.dataset.keep) {
      // Refused, or signed out: the browser shows why, and what was typed stays kept.
      form.submit();
      return;
    }
    forget();
    location.href = request.responseURL;
  };
  request.send(encoded());
};

if (form && box) {
  const before = kept();
  if (before) {
    restore(before);
    say('Chưa gửi: nội dung đã nhập được giữ trên máy này.');
  }
  form.addEventListener('input', keep);
  form.addEventListener('change', keep);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });
  addEventListener('online', () => {
    if (timer) send();
  });
  box.querySelector('[data-forget]')!.addEventListener('click', () => {
    forget();
    location.reload();
  });
}
