import { codeFigures, importFigures, sheetFigures } from './figures';

/** Prints every figure of the structure beside its bound; fails where one is exceeded. */
const figures = [...(await importFigures()), ...codeFigures(), ...sheetFigures()];
const width = Math.max(...figures.map(({ name }) => name.length));
for (const { name, value, atMost, places } of figures) {
  console.log(
    `${value > atMost ? '✗' : '✓'} ${name.padEnd(width)} ${String(value).padStart(5)}   at most ${atMost}`,
  );
  for (const place of places) console.log(`    ${place}`);
}
process.exitCode = figures.some(({ value, atMost }) => value > atMost) ? 1 : 0;
