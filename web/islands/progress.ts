/** How often the page of a job asks how far it is. */
const EVERY_MS = 2_000;
/** What changes while the job runs: the heading, how far it is, what is said of it, its rows, what can be done. */
const CHANGING = ['h1', '#tien-do', '#noi', '#dong', '#lenh'];

const find = (page: Document, part: string) => page.querySelector<HTMLElement>(part);

/** Puts new content in, unless the reader stands in it: a link must not vanish below a finger. */
const put = (part: string, page: Document) => {
  const old = find(document, part);
  const fresh = find(page, part);
  if (!old || !fresh || old.contains(document.activeElement)) return;
  if (old.innerHTML !== fresh.innerHTML) old.innerHTML = fresh.innerHTML;
};

const ask = () => {
  const request = new XMLHttpRequest();
  request.open('GET', location.href);
  request.responseType = 'document';
  request.onload = () => {
    const page = request.response as Document | null;
    // Signed out, or the server is away: the page stays as it is, and asks again.
    if (!page || !find(page, '#tien-do')) return;
    document.title = page.title;
    for (const part of CHANGING) put(part, page);
  };
  request.onloadend = later;
  request.send();
};

const later = () => {
  if (find(document, '[data-running]')) setTimeout(ask, EVERY_MS);
};
later();
