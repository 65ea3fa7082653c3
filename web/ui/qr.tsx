import type { FC } from 'hono/jsx';
import { encode } from 'uqr';

/** A QR code as one path of inline SVG: runs of dark modules, so that it stays a few hundred bytes. */
export const Qr: FC<{ text: string; label: string }> = ({ text, label }) => {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  let path = '';
  data.forEach((row, y) => {
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue;
      const from = x;
      while (x < size && row[x]) x++;
      path += `M${from} ${y}h${x - from}v1h-${x - from}z`;
    }
  });
  return (
    <div class="qr">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
        <path d={path} />
      </svg>
    </div>
  );
};
