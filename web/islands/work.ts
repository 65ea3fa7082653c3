/** How many numbers are tried before the page may answer its reader again. */
const AT_ONCE = 2_000;

// SHA-256 (FIPS 180-4) by hand: the browser's own is slow for many short texts, and absent without https.
const firstPrimes: number[] = [];
for (let n = 2; firstPrimes.length < 64; n++) if (firstPrimes.every((p) => n % p)) firstPrimes.push(n);
const fraction = (root: number) => ((root % 1) * 4_294_967_296) | 0;
const START = firstPrimes.slice(0, 8).map((p) => fraction(p ** 0.5));
const ROUND = firstPrimes.map((p) => fraction(Math.cbrt(p)));

const turn = (x: number, by: number) => (x >>> by) | (x << (32 - by));
const schedule: number[] = [];

/** The first 32 bits of the hash of a text of at most 55 ASCII characters. */
const hashed = (text: string): number => {
  for (let i = 0; i < 16; i++) schedule[i] = 0;
  for (let i = 0; i < text.length; i++) schedule[i >> 2]! |= text.charCodeAt(i) << (24 - (i % 4) * 8);
  schedule[text.length >> 2]! |= 0x80 << (24 - (text.length % 4) * 8);
  schedule[15] = text.length * 8;
  for (let i = 16; i < 64; i++) {
    const a = schedule[i - 15]!;
    const b = schedule[i - 2]!;
    schedule[i] =
      (schedule[i - 16]! +
        (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) +
        schedule[i - 7]! +
        (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10))) |
      0;
  }
  let a = START[0]!;
  let b = START[1]!;
  let c = START[2]!;
  let d = START[3]!;
  let e = START[4]!;
  let f = START[5]!;
  let g = START[6]!;
  let h = START[7]!;
  for (let i = 0; i < 64; i++) {
    const one =
      (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + ROUND[i]! + schedule[i]!) | 0;
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  return (a + START[0]!) | 0;
};

const form = document.querySelector<HTMLFormElement>('[data-puzzle]');
const answer = form?.querySelector<HTMLInputElement>('[name=work]');

/** Tries one number after another, and sends the form with the one that fits. */
const work = (from: number) => {
  const puzzle = form!.dataset.puzzle;
  const bits = Number(form!.dataset.bits);
  for (let n = from; n < from + AT_ONCE; n++) {
    const tried = `${puzzle}.${n}`;
    if (hashed(tried) >>> (32 - bits)) continue;
    answer!.value = tried;
    form!.submit();
    return;
  }
  setTimeout(() => work(from + AT_ONCE));
};

if (form && answer) {
  form.querySelector<HTMLElement>('[role=status]')!.hidden = false;
  setTimeout(() => work(0));
}
