import type { FC } from 'hono/jsx';

/** A sentence of the document, whose names between backticks are set as code. */
export const Prose: FC<{ text: string }> = ({ text }) => (
  <>{text.split('`').map((part, i) => (i % 2 ? <code>{part}</code> : part))}</>
);
