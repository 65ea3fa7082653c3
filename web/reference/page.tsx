import type { FC } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Described, OpenApi } from '../../functions/api/contract/described';
import { copy } from '../copy/copy';
import type { Page } from '../env';
import { routes } from '../routes';
import { Brand, Document } from '../ui/document';
import { messageOf } from '../ui/form/state';
import { FieldTable, fieldRows } from './fields';
import { OperationEntry } from './operation';
import { Prose } from './prose';

/** The API for people who program: noun by noun, then the shapes, then the words of every refusal. */
export const referencePage = (c: Page, api: OpenApi): JSX.Element => <ReferencePage c={c} api={api} />;

const ReferencePage: FC<{ c: Page; api: OpenApi }> = ({ c, api }) => {
  const { publicOrigin } = c.get('world').settings;
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, op]) => ({ path, method, op })),
  );
  const ofTag = (tag: string) => operations.filter(({ op }) => op.tags.includes(tag));
  return (
    <Document c={c} title="API" styles={[c.get('assets').console]}>
      <header class="head">
        <div class="wrap">
          <Brand href={routes.home()} name="Nhịp Cầu" />
          <nav aria-label="Reference">
            <a href="/api/openapi.json">openapi.json</a>
          </nav>
        </div>
      </header>
      <main id="noi-dung" class="wrap reference" tabindex={-1}>
        <h1>The API of Nhịp Cầu</h1>
        <p>
          <Prose text={api.info.description} />
        </p>
        <nav aria-label="Contents">
          <ul>
            {api.tags.map(({ name }) => (
              <li>
                <a href={`#tag-${name}`}>{name}</a>
                {': '}
                {ofTag(name).map(({ op }, i) => (
                  <>
                    {i > 0 && ', '}
                    <a href={`#${op.operationId}`}>{op.operationId}</a>
                  </>
                ))}
              </li>
            ))}
            <li>
              <a href="#shapes">Shapes of answers</a>, <a href="#refusals">codes of refusals</a>
            </li>
          </ul>
        </nav>
        {api.tags.map(({ name }) => (
          <section aria-labelledby={`tag-${name}`}>
            <h2 id={`tag-${name}`}>{name}</h2>
            {ofTag(name).map((each: { path: string; method: string; op: Described }) => (
              <OperationEntry api={api} origin={publicOrigin} {...each} />
            ))}
          </section>
        ))}
        <Shapes api={api} />
        <Refusals />
      </main>
    </Document>
  );
};

const Shapes: FC<{ api: OpenApi }> = ({ api }) => (
  <section aria-labelledby="shapes">
    <h2 id="shapes">Shapes of answers</h2>
    {Object.entries(api.components.schemas).map(([name, schema]) => (
      <>
        <h3 id={`shape-${name}`}>{name}</h3>
        <FieldTable caption={`Fields of ${name}`} rows={fieldRows(schema)} />
      </>
    ))}
  </section>
);

/** The `type` of every refusal leads here. */
const Refusals: FC = () => (
  <section aria-labelledby="refusals">
    <h2 id="refusals">Codes of refusals</h2>
    <dl class="summary">
      {Object.keys(copy('en').problems).map((code) => (
        <div id={code}>
          <dt>
            <code>{code}</code>
          </dt>
          <dd>{messageOf('en', { code, detail: BLANKS })}</dd>
        </div>
      ))}
    </dl>
  </section>
);

/** Stands where a message names a number or a thing that only the case at hand knows. */
const BLANKS = new Proxy({} as Record<string, string>, { get: () => '…', has: () => true });
