import type { FC } from 'hono/jsx';
import { copy } from '../../copy/copy';
import type { Page } from '../../env';
import { Vi } from '../../vietnamese';

/** Who issues a slip, on paper. */
export const Issuer: FC<{ c: Page }> = ({ c }) => {
  const { department, sampleData } = c.get('world').settings;
  const language = c.get('language');
  return (
    <p class="print-only inside">
      <Vi language={language}>{department.name}</Vi>
      {sampleData && ` · ${copy(language).shared.sample}`}
    </p>
  );
};
