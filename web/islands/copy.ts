/** Copies a text, to paste it into Zalo. */
const connect = (button: HTMLElement, clipboard: Clipboard) => {
  const text = document.getElementById(button.dataset.copy ?? '') as HTMLTextAreaElement;
  button.hidden = false;
  button.onclick = () =>
    clipboard.writeText(text.value).then(
      () => {
        // Only the first words change: those after them are for screen readers.
        (button.firstChild as Text).data = button.dataset.done ?? '';
      },
      () => {}, // refused: the text stands on the page and can be copied by hand
    );
};

// A page without HTTPS has no clipboard, although the type says so. Its buttons stay hidden.
if (navigator.clipboard)
  for (const button of Array.from(document.querySelectorAll<HTMLElement>('[data-copy]')))
    connect(button, navigator.clipboard);
