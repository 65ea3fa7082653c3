import * as z from 'zod';
import { BODY_KINDS, type Body, BodyInput, Contact } from '../../directory/bodies/body';
import { createBody } from '../../directory/bodies/create';
import { getBody } from '../../directory/bodies/get';
import { bodiesNamed, bodiesWith, listBodies } from '../../directory/bodies/list';
import { mayBodies } from '../../directory/bodies/may';
import { clearMailTrouble, updateBody } from '../../directory/bodies/update';
import { cutPage, email, idOf, Paging, pageOf, versionField } from '../../platform/input/fields';
import { Problem } from '../../platform/problem/problem';
import { operation } from '../contract/operation';

const BodyView = z
  .object({
    id: z.string(),
    bodyId: z.string(),
    name: z.string(),
    kind: z.enum(BODY_KINDS),
    unitId: z.string().optional(),
    address: z.string().optional(),
    email: z.string().optional(),
    phone: z.string().optional(),
    contacts: z.array(
      z.object({
        name: z.string(),
        position: z.string().optional(),
        phone: z.string().optional(),
        email: z.string().optional(),
      }),
    ),
    mailTroubles: z
      .array(z.object({ email: z.string(), kind: z.enum(['bounced', 'complained']), at: z.string() }))
      .describe('Addresses that bounced or complained; they are not mailed again'),
    version: z.number(),
  })
  .meta({ id: 'Body' });

const view = (b: Body): z.output<typeof BodyView> => ({
  id: b.id,
  bodyId: b.id,
  name: b.name,
  kind: b.kind,
  unitId: b.unitId,
  address: b.address,
  email: b.email,
  phone: b.phone,
  contacts: b.contacts,
  mailTroubles: b.mailTroubles ?? [],
  version: b.version,
});

/** What the public sees: the bodies that a person may register for. The rest is for staff. */
const BodyInList = BodyView.partial()
  .required({ id: true, bodyId: true, name: true, kind: true })
  .meta({ id: 'BodyInList' });

const publicView = (b: Body): z.output<typeof BodyInList> => ({
  id: b.id,
  bodyId: b.id,
  name: b.name,
  kind: b.kind,
});

const BodyId = z.object({ id: idOf('bod').meta({ param: { example: 'bod_hlg' } }) });
const Edit = BodyInput.extend({
  /** The version that was read. */
  version: versionField,
  contacts: z.array(Contact).max(20),
});

export const operations = [
  operation({
    id: 'listBodies',
    method: 'get',
    path: '/bodies',
    tag: 'Bodies',
    summary: 'The directory of partner bodies',
    description:
      'Departments, committees, the Front, courts, lawyers’ bodies: name and kind for everybody, who registers for one; for staff with the people to talk to.',
    who: 'public',
    query: Paging.extend({
      kind: z.enum(BODY_KINDS).optional(),
      search: z.string().max(200).optional(),
    }),
    status: 200,
    answer: pageOf(BodyInList),
    run: async ({ world, account, query }) => {
      const all = await listBodies(world);
      const { see } = mayBodies(account);
      const { items, next } = cutPage((see ? bodiesWith : bodiesNamed)(all, query), query);
      return { items: items.map(see ? view : publicView), next };
    },
  }),
  operation({
    id: 'createBody',
    method: 'post',
    path: '/bodies',
    tag: 'Bodies',
    summary: 'Add a body to the directory',
    who: 'staff',
    body: BodyInput,
    example: {
      name: 'Văn phòng luật sư mẫu An Bình',
      kind: 'law-office',
      address: 'Số 1 đường mẫu, Rạch Giá',
      email: 'vanphong@anbinh.example',
      contacts: [{ name: 'Trần Thị Mẫu', position: 'Trưởng văn phòng', phone: '0912345678' }],
    },
    status: 201,
    answer: BodyView,
    run: async ({ world, account, body }) => {
      if (!mayBodies(account).edit) throw new Problem('forbidden', 'forbidden');
      return view(await createBody(world, body));
    },
  }),
  operation({
    id: 'getBody',
    method: 'get',
    path: '/bodies/{id}',
    tag: 'Bodies',
    summary: 'One body',
    who: 'staff',
    params: BodyId,
    status: 200,
    answer: BodyView,
    run: async ({ world, account, params }) => {
      if (!mayBodies(account).see) throw new Problem('forbidden', 'forbidden');
      return view(await getBody(world, params.id));
    },
  }),
  operation({
    id: 'updateBody',
    method: 'put',
    path: '/bodies/{id}',
    tag: 'Bodies',
    summary: 'Save a body’s whole entry',
    description:
      'Names the `version` that was read; 412 where it was saved in between. A mended address loses its mark. The example is for `bod_hlg`.',
    who: 'staff',
    params: BodyId,
    body: Edit,
    example: {
      version: 1,
      name: 'Hội Luật gia tỉnh',
      kind: 'lawyers-association',
      email: 'hoiluatgia@kiengiang.example',
      contacts: [{ name: 'Nguyễn Văn Mẫu', position: 'Chánh Văn phòng', phone: '0912345679' }],
    },
    status: 200,
    answer: BodyView,
    run: async ({ world, account, params, body: { version, ...input } }) => {
      if (!mayBodies(account).edit) throw new Problem('forbidden', 'forbidden');
      return view(await updateBody(world, params.id, version, input));
    },
  }),
  operation({
    id: 'clearMailTrouble',
    method: 'post',
    path: '/bodies/{id}/working-address',
    tag: 'Bodies',
    summary: 'Say that an address works after all: it is mailed again',
    description:
      'Names the `version` that was read. For a mailbox that was full; a wrong address is mended with `updateBody`.',
    who: 'staff',
    params: z.object({ id: idOf('bod').meta({ param: { example: 'bod_ldld' } }) }),
    body: z.strictObject({ version: versionField, email }),
    example: { version: 1, email: 'congdoan@kiengiang.example' },
    status: 200,
    answer: BodyView,
    run: async ({ world, account, params, body }) => {
      if (!mayBodies(account).edit) throw new Problem('forbidden', 'forbidden');
      return view(await clearMailTrouble(world, params.id, body.version, body.email));
    },
  }),
];
