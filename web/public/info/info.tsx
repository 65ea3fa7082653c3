import type { FC } from 'hono/jsx';
import { dialPhone, showPhone } from '../../../functions/platform/text/phone';
import { copy } from '../../copy/copy';
import type { InfoPage } from '../../copy/vi/info';
import type { Page } from '../../env';
import { keepBriefly } from '../../ui/cache';
import { PublicPage } from '../../ui/layout';
import { Say, Vi } from '../../vietnamese';

const KEEP_SECONDS = 300;

/** @param info may name the department in its sentences */
const Info: FC<{ c: Page; info: (department: string) => InfoPage }> = ({ c, info: write }) => {
  const { help, department } = c.get('world').settings;
  const language = c.get('language');
  const info = write(department.name);
  const say = (pick: (info: InfoPage) => string) => (
    <Say language={language} words={(slot) => pick(write(slot))}>
      {department.name}
    </Say>
  );
  return (
    <PublicPage c={c} title={info.title} share={{ description: info.lead }}>
      <div class="form">
        <h1>{info.title}</h1>
        <p>{say(({ lead }) => lead)}</p>
        {info.parts.map(({ heading, lines }, i) => (
          <>
            <h2>{heading}</h2>
            {lines.length === 1 ? (
              <p>{say(({ parts }) => parts[i]!.lines[0]!)}</p>
            ) : (
              <ul>
                {lines.map((_, j) => (
                  <li>{say(({ parts }) => parts[i]!.lines[j]!)}</li>
                ))}
              </ul>
            )}
          </>
        ))}
        <h2>{copy(language).info.contact}</h2>
        <p>
          <Vi language={language}>{help.name}</Vi>
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
  return c.html(<Info c={c} info={copy(c.get('language')).info.privacy} />);
};

export const accessibilityPage = (c: Page) => {
  keepBriefly(c, KEEP_SECONDS);
  return c.html(<Info c={c} info={copy(c.get('language')).info.accessibility} />);
};
