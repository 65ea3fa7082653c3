import type { FC } from 'hono/jsx';
import { dialPhone, showPhone } from '../../../functions/platform/text/phone';
import { copy } from '../../copy/copy';
import type { InfoPage } from '../../copy/vi/info';
import type { Page } from '../../env';
import { keepBriefly } from '../../ui/cache';
import { PublicPage } from '../../ui/layout';

const KEEP_SECONDS = 300;

const Info: FC<{ c: Page; info: InfoPage }> = ({ c, info }) => {
  const { help } = c.get('world').settings;
  return (
    <PublicPage c={c} title={info.title}>
      <div class="form">
        <h1>{info.title}</h1>
        <p>{info.lead}</p>
        {info.parts.map(({ heading, lines }) => (
          <>
            <h2>{heading}</h2>
            {lines.length === 1 ? (
              <p>{lines[0]}</p>
            ) : (
              <ul>
                {lines.map((line) => (
                  <li>{line}</li>
                ))}
              </ul>
            )}
          </>
        ))}
        <h2>{copy(c.get('language')).info.contact}</h2>
        <p>
          {help.name}
          <br />
          <a class="tap" href={`tel:${dialPhone(help.phone)}`}>
            {showPhone(help.phone)}
          </a>
          <br />
          <a class="tap" href={`mailto:${help.email}`}>
            {help.email}
          </a>
        </p>
      </div>
    </PublicPage>
  );
};

export const privacyPage = (c: Page) => {
  keepBriefly(c, KEEP_SECONDS);
  const { department } = c.get('world').settings;
  return c.html(<Info c={c} info={copy(c.get('language')).info.privacy(department.name)} />);
};

export const accessibilityPage = (c: Page) => {
  keepBriefly(c, KEEP_SECONDS);
  return c.html(<Info c={c} info={copy(c.get('language')).info.accessibility()} />);
};
