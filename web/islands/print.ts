// Printing needs a script, so its button stays hidden until one runs.
for (const button of Array.from(document.querySelectorAll<HTMLElement>('[data-print]'))) {
  button.hidden = false;
  button.onclick = () => print();
}
