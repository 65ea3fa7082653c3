// The phone's own list of ways to pass something on, Zalo among them. Old browsers have none: the button stays hidden.
const passOn = (button: HTMLElement) =>
  // Refused where the person changed their mind.
  navigator.share({ url: button.dataset.share, title: button.dataset.title }).catch(() => {});

if ('share' in navigator)
  for (const button of Array.from(document.querySelectorAll<HTMLElement>('[data-share]'))) {
    button.hidden = false;
    button.onclick = () => passOn(button);
  }
