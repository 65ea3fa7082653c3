import type { FC } from 'hono/jsx';
import { namesOf } from '../../../../functions/directory/accounts/find';
import type { Import } from '../../../../functions/events/imports/import';
import { capitalised } from '../../../../functions/platform/text/text';
import { moment } from '../../../../functions/platform/time/format-date';
import type { World } from '../../../../functions/platform/world/world';
import { routes } from '../../../routes';
import { ImportState, inShort } from './words';

/** As many imports as the page lists. */
const SHOWN = 10;

export const namesOfOrderers = (world: World, imports: readonly Import[]) =>
  namesOf(
    world,
    imports.slice(0, SHOWN).map(({ who }) => who),
  );

interface LastImportsProps {
  imports: readonly Import[];
  names: ReadonlyMap<string, string>;
}

/** What was imported into the event, the newest first: each leads to its page. */
export const LastImports: FC<LastImportsProps> = ({ imports, names }) =>
  imports.length === 0 ? null : (
    <section>
      <h2 id="da-nhap">Các lần nhập</h2>
      <div class="scroll" tabindex={0} role="region" aria-labelledby="da-nhap">
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">Lúc</th>
              <th scope="col">Người nhập</th>
              <th scope="col">Kết quả</th>
            </tr>
          </thead>
          <tbody>
            {imports.slice(0, SHOWN).map((one) => (
              <tr>
                <th scope="row">
                  <a href={routes.consoleImportRun(one.id)}>{capitalised(moment(one.createdAt))}</a>
                </th>
                <td>{names.get(one.who)}</td>
                <td>
                  <ImportState one={one} /> {inShort(one)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
