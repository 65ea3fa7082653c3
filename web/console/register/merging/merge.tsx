import type { FC } from 'hono/jsx';
import { readUnits } from '../../../../functions/directory/units/list';
import { unitsNow } from '../../../../functions/directory/units/successors';
import { idOf } from '../../../../functions/platform/input/fields';
import { parse } from '../../../../functions/platform/input/parse';
import { Problem } from '../../../../functions/platform/problem/problem';
import { showPhone } from '../../../../functions/platform/text/phone';
import { allowedMediator } from '../../../../functions/register/mediators/allowed';
import {
  MERGE_FIELDS,
  type Mediator,
  type MergeField,
} from '../../../../functions/register/mediators/mediator';
import { allowedPair } from '../../../../functions/register/merging/allowed';
import { type Likely, likelySame } from '../../../../functions/register/merging/likely';
import { MergeInput, mergePeople } from '../../../../functions/register/merging/merge';
import type { Page } from '../../../env';
import { DONE, QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { Button, defineForm, type FieldSpec, versionIn } from '../../../ui/form';
import { placeWords, RegisterPage } from '../parts/register-page';
import { STATE_WORDS } from '../parts/words';
import { type Compared, Comparison } from './compare';
import { holdingsOf } from './holdings';
import { differing, FIELD_LABELS, proposes, valueWords } from './values';

const path = (id: string, otherId?: string) =>
  withQuery(routes.consoleMediatorPart(id, 'gop'), { [QUERY.otherRecord]: otherId });

interface Both {
  stays: Compared;
  goes: Compared;
}

const choices = Object.fromEntries(
  MERGE_FIELDS.map((field) => [field, { as: 'radios', label: FIELD_LABELS[field] }]),
) as unknown as Record<MergeField, FieldSpec>;

const mergeForm = defineForm({
  fields: () => ({
    otherId: { as: 'hidden' },
    version: { as: 'hidden' },
    otherVersion: { as: 'hidden' },
    ...choices,
    teamId: { ...choices.teamId, errorsOf: ['teamId'] },
  }),
  fill: ({ stays, goes }: Both) => ({
    otherId: goes.one.id,
    version: String(stays.one.version),
    otherVersion: String(goes.one.version),
    ...Object.fromEntries(MERGE_FIELDS.map((field) => [field, proposes(stays, goes, field)])),
  }),
  page: (c, form, { stays, goes }) => (
    <RegisterPage
      c={c}
      title={`Gộp hồ sơ: ${stays.one.fullName}`}
      back={{ href: path(stays.one.id), label: 'Hồ sơ có thể trùng' }}
    >
      <form.Errors />
      <p>
        Lớp đã dự, quyết định và những gì đã gửi của cả hai hồ sơ được tính cho hồ sơ giữ lại. Hồ sơ gộp vào
        không còn trong danh sách và số liệu. Khi gộp nhầm, ông/bà có thể tách lại ở trang của người này.
      </p>
      <Comparison stays={stays} goes={goes} />
      <p>
        <a href={path(goes.one.id, stays.one.id)}>Giữ hồ sơ kia thay cho hồ sơ này</a>
      </p>
      <div class="form">
        <form.Post action={path(stays.one.id, goes.one.id)}>
          <h2>Giữ thông tin nào?</h2>
          {differing(stays, goes).map((field) => (
            <form.Field
              name={field}
              options={[
                { value: 'own', label: valueWords(stays, field) },
                { value: 'other', label: `${valueWords(goes, field)} (của hồ sơ gộp vào)` },
              ]}
            />
          ))}
          <Button>Gộp hai hồ sơ</Button>
        </form.Post>
      </div>
    </RegisterPage>
  ),
});

const readBoth = async (c: Page): Promise<Both> => {
  const [world, id] = [c.get('world'), c.req.param('id')!];
  const otherId = parse(idOf('med'), c.req.query(QUERY.otherRecord));
  const { stays, goes, teams } = await allowedPair(world, c.get('account'), id, otherId);
  if (goes.merged && goes.merged.into !== id)
    throw new Problem('missing', 'mediator-merged', { id: goes.merged.into });
  if (stays.restricted || goes.restricted) throw new Problem('conflict', 'mediator-restricted');
  const [own, other] = await Promise.all([holdingsOf(world, stays), holdingsOf(world, goes)]);
  return {
    stays: { one: stays, team: teams[0], holds: own },
    goes: { one: goes, team: teams[1], holds: other },
  };
};

/** Merges two records of one person: first the ones that may be the same, then two of them side by side. */
export const mergePage = {
  get: async (c: Page) => {
    if (c.req.query(QUERY.otherRecord) !== undefined) return mergeForm.show(c, await readBoth(c));
    const world = c.get('world');
    const { mediator } = await allowedMediator(world, c.get('account'), c.req.param('id')!, 'edit');
    if (mediator.restricted) throw new Problem('conflict', 'mediator-restricted');
    return c.html(await LikelyPage(c, mediator, await likelySame(world, c.get('account'), mediator)));
  },
  post: async (c: Page) => {
    const id = c.req.param('id')!;
    return mergeForm.handle(
      c,
      async ({ fields }) => {
        const world = c.get('world');
        const input = parse(MergeInput, {
          otherId: fields.otherId,
          version: versionIn(fields),
          otherVersion: fields.otherVersion && Number(fields.otherVersion),
          take: MERGE_FIELDS.filter((field) => fields[field] === 'other'),
        });
        await allowedPair(world, c.get('account'), id, input.otherId);
        await mergePeople(world, id, input);
        return withQuery(routes.consoleMediator(id), { [QUERY.done]: DONE.merged });
      },
      () => readBoth(c),
    );
  },
};

const LikelyPage = async (c: Page, one: Mediator, found: readonly Likely[]) => {
  const units = await readUnits(c.get('world'));
  return (
    <RegisterPage
      c={c}
      title={`Hồ sơ có thể trùng: ${one.fullName}`}
      back={{ href: routes.consoleMediator(one.id), label: one.fullName }}
    >
      <p>Hồ sơ cùng số điện thoại hoặc cùng xã, có họ tên giống hoặc gần giống.</p>
      {found.length > 0 ? (
        <LikelyTable
          one={one}
          found={found}
          placeOf={({ team }) =>
            `${team.name}, ${placeWords(units, team.unitId, unitsNow(units, team.unitId))}`
          }
        />
      ) : (
        <div class="empty">Không có hồ sơ nào có thể trùng với người này.</div>
      )}
    </RegisterPage>
  );
};

const LikelyTable: FC<{
  one: Mediator;
  found: readonly Likely[];
  placeOf: (one: Likely) => string;
}> = ({ one, found, placeOf }) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Hồ sơ có thể trùng">
    <table class="stacked">
      <caption class="hidden-label">Hồ sơ có thể trùng</caption>
      <thead>
        <tr>
          <th scope="col">Họ và tên</th>
          <th scope="col">Tổ hòa giải</th>
          <th scope="col">Số điện thoại</th>
          <th scope="col">Tình trạng</th>
          <th scope="col">So sánh</th>
        </tr>
      </thead>
      <tbody>
        {found.map((likely) => (
          <tr>
            <th scope="row">
              <a href={routes.consoleMediator(likely.mediator.id)}>{likely.mediator.fullName}</a>
            </th>
            <td data-label="Tổ hòa giải">{placeOf(likely)}</td>
            <td data-label="Số điện thoại">
              {likely.mediator.phone ? showPhone(likely.mediator.phone) : 'Chưa có số'}
              {likely.samePhone && ' (cùng số)'}
            </td>
            <td data-label="Tình trạng">{STATE_WORDS[likely.mediator.state]}</td>
            <td>
              <a class="btn plain" href={path(one.id, likely.mediator.id)}>
                So sánh<span class="hidden-label"> với {likely.mediator.fullName}</span>
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
