import { readUnits } from '../../../functions/directory/units/list';
import { parse } from '../../../functions/platform/input/parse';
import { RulesInput, readRules, setRules, type TeamRules } from '../../../functions/register/gaps/rules';
import { mustRegister } from '../../../functions/register/teams/may';
import type { Page } from '../../env';
import { areaOptions } from '../../parts/units/levels';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, Checkbox, defineForm, versionIn } from '../../ui/form';
import { RegisterPage } from './parts/register-page';

const rulesForm = defineForm({
  fields: () => ({
    version: { as: 'hidden' },
    fewest: { label: 'Số hòa giải viên ít nhất của một tổ', inputmode: 'numeric', class: 'short' },
    fewestWomen: { label: 'Trong đó số nữ ít nhất', inputmode: 'numeric', class: 'short' },
    minorityUnitIds: { as: 'custom', label: 'Nơi cần có người dân tộc thiểu số' },
    source: { label: 'Căn cứ', hint: 'Điều, khoản của luật, nghị định hoặc văn bản hướng dẫn.' },
  }),
  called: (path) => (path.startsWith('minorityUnitIds') ? 'Nơi cần có người dân tộc thiểu số' : undefined),
  fill: ({ rules }: { rules: TeamRules }) => ({
    version: String(rules.version),
    fewest: String(rules.fewest),
    fewestWomen: String(rules.fewestWomen),
    minorityUnitIds: [...rules.minorityUnitIds],
    source: rules.source,
  }),
  page: async (c, form) => {
    const { inForce } = await readUnits(c.get('world'));
    return (
      <RegisterPage
        c={c}
        title="Yêu cầu đối với tổ hòa giải"
        back={{ href: routes.consoleGaps(), label: 'Còn thiếu' }}
      >
        <div class="form">
          <form.Errors />
          <form.Post action={routes.consoleTeamRules()}>
            <form.Field name="fewest" />
            <form.Field name="fewestWomen" />
            <fieldset>
              <legend>Nơi cần có người dân tộc thiểu số</legend>
              {areaOptions(inForce).map(({ value, label }) => (
                <Checkbox form={form} name="minorityUnitIds" value={value} label={label} />
              ))}
            </fieldset>
            <form.Field name="source" />
            <Button>Lưu</Button>
          </form.Post>
        </div>
      </RegisterPage>
    );
  },
});

const read = async (c: Page) => {
  mustRegister('setRules', c.get('account'), []);
  return { rules: await readRules(c.get('world')) };
};

/** What a team must have, with the source of the rule. */
export const rulesPage = {
  get: async (c: Page) => rulesForm.show(c, await read(c)),
  post: async (c: Page) => {
    await read(c);
    return rulesForm.handle(
      c,
      async ({ fields, typed }) => {
        const input = parse(RulesInput, {
          fewest: fields.fewest,
          fewestWomen: fields.fewestWomen,
          minorityUnitIds: [typed.minorityUnitIds ?? []].flat(),
          source: fields.source ?? '',
        });
        await setRules(c.get('world'), versionIn(fields), input);
        return withQuery(routes.consoleGaps(), { [QUERY.done]: DONE.saved });
      },
      () => read(c),
    );
  },
};
