import { typedDate } from '../../functions/platform/time/typed';

const DAY_MS = 86_400_000;
const WEEKDAYS = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'];

const two = (n: number) => `0${n}`.slice(-2);
const shown = (at: Date) => `${two(at.getUTCDate())}/${two(at.getUTCMonth() + 1)}/${at.getUTCFullYear()}`;

/** The name of a day's button: what is seen on it must be a word of its name, so it has no leading zero. */
const named = (at: Date) =>
  `${WEEKDAYS[at.getUTCDay()]}, ngày ${at.getUTCDate()} tháng ${at.getUTCMonth() + 1} năm ${at.getUTCFullYear()}`;

/** The day that was typed; nothing where there is no such day. */
const dayOf = (typed: string): Date | undefined => {
  const said = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typedDate(typed));
  if (!said) return undefined;
  const at = new Date(Date.UTC(+said[1]!, +said[2]! - 1, +said[3]!));
  return at.getUTCMonth() === +said[2]! - 1 ? at : undefined;
};

const make = <K extends keyof HTMLElementTagNameMap>(name: K, text = ''): HTMLElementTagNameMap[K] => {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
};

const button = (text: string, label: string): HTMLButtonElement => {
  const made = make('button', text);
  made.type = 'button';
  made.setAttribute('aria-label', label);
  return made;
};

/** The weeks of a month, from Monday, with the days at its edges. */
const monthTable = (
  first: Date,
  chosen: number | undefined,
  choose: (at: Date) => void,
): HTMLTableElement => {
  const table = make('table');
  const head = table.createTHead().insertRow();
  for (const name of ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN']) {
    const cell = make('th', name);
    cell.scope = 'col';
    head.appendChild(cell);
  }
  const body = table.createTBody();
  let at = first.getTime() - ((first.getUTCDay() + 6) % 7) * DAY_MS;
  do {
    const row = body.insertRow();
    for (let n = 0; n < 7; n++, at += DAY_MS) {
      const day = new Date(at);
      const pick = button(String(day.getUTCDate()), named(day));
      if (day.getUTCMonth() !== first.getUTCMonth()) pick.className = 'out';
      if (at === chosen) pick.setAttribute('aria-pressed', 'true');
      pick.onclick = () => choose(day);
      row.insertCell().appendChild(pick);
    }
  } while (new Date(at).getUTCMonth() === first.getUTCMonth());
  return table;
};

/** Says the weekday of what is typed, and opens a month to choose from. */
const connect = (input: HTMLInputElement) => {
  const weekday = input.parentElement!.querySelector('output');
  const sayWeekday = () => {
    const day = dayOf(input.value);
    if (weekday) weekday.textContent = day ? WEEKDAYS[day.getUTCDay()]! : '';
  };
  input.addEventListener('input', sayWeekday);
  sayWeekday();

  const opener = button('Chọn ngày', 'Chọn ngày trong lịch');
  opener.className = 'linklike';
  opener.setAttribute('aria-expanded', 'false');
  const picker = make('div');
  picker.className = 'picker';
  picker.hidden = true;
  picker.setAttribute('role', 'group');
  picker.setAttribute('aria-label', 'Lịch');
  // The keyboard moves it sideways where letters are very large.
  picker.tabIndex = 0;
  input.parentElement!.appendChild(opener);
  input.parentElement!.appendChild(picker);

  const open = (isOpen: boolean) => {
    picker.hidden = !isOpen;
    opener.setAttribute('aria-expanded', String(isOpen));
  };
  const choose = (at: Date) => {
    input.value = shown(at);
    sayWeekday();
    open(false);
    input.focus();
  };
  const show = (first: Date, focusOn?: number) => {
    const month = first.getUTCMonth();
    const year = first.getUTCFullYear();
    picker.textContent = '';
    const bar = make('p');
    const turn = (sign: string, label: string, step: number) => {
      const made = button(sign, label);
      made.onclick = () => {
        show(new Date(Date.UTC(year, month + step, 1)));
        picker.querySelectorAll<HTMLElement>('p button')[step < 0 ? 0 : 1]!.focus();
      };
      bar.appendChild(made);
    };
    turn('‹', 'Tháng trước', -1);
    turn('›', 'Tháng sau', 1);
    const name = make('strong', `Tháng ${month + 1}/${year}`);
    name.setAttribute('aria-live', 'polite');
    bar.insertBefore(name, bar.lastChild);
    picker.appendChild(bar);
    const chosen = dayOf(input.value);
    picker.appendChild(monthTable(first, chosen?.getTime(), choose));
    const pressed = focusOn !== undefined && picker.querySelector<HTMLElement>('[aria-pressed]');
    if (pressed) pressed.focus();
  };
  opener.onclick = () => {
    if (!picker.hidden) return open(false);
    // Vietnam's day, whatever the clock of the machine is set to.
    const day = dayOf(input.value) || new Date(Date.now() + 7 * 3_600_000);
    open(true);
    return show(new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), 1)), day.getTime());
  };
  picker.onkeydown = (event) => {
    if (event.key !== 'Escape') return;
    open(false);
    opener.focus();
  };
};

for (const input of Array.from(document.querySelectorAll<HTMLInputElement>('[data-date]'))) connect(input);
