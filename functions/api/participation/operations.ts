import * as z from 'zod';
import { readUnits } from '../../directory/units/list';
import { findByCode } from '../../events/registrations/find';
import { readCoverage } from '../../participation/coverage';
import { DecideInput, decideLink, mustDecideLinks } from '../../participation/decide';
import { historyOf, mediatorOf } from '../../participation/history';
import { listOffers } from '../../participation/offers';
import { LINKS } from '../../participation/participation';
import { idOf, optional, Paging, pageOf, personName, phone } from '../../platform/input/fields';
import { allowedMediator } from '../../register/mediators/allowed';
import { GENDERS, ROLES_IN_TEAM } from '../../register/mediators/traits';
import { mustRegister } from '../../register/teams/may';
import { operation } from '../contract/operation';
import { oneMediator } from '../register/mediator-view';
import { HistoryView, historyView } from './view';

const OfferView = z
  .object({
    mediatorId: z.string(),
    fullName: z.string(),
    phone: z.string().optional(),
    teamName: z.string().optional(),
    registrationId: z.string(),
    registeredName: z.string(),
    registeredPhone: z.string(),
    eventId: z.string(),
    title: z.string(),
    startsAt: z.string(),
  })
  .meta({ id: 'LinkOffer' });

const covered = {
  mediators: z.number(),
  trained: z.number(),
  aim: z
    .object({ shares: z.array(z.number()), needed: z.number(), missing: z.number() })
    .optional()
    .describe(
      'Goals of the year in per cent, the people needed for them and those still missing; of units and of all',
    ),
};
const CoverageView = z
  .object({
    year: z.number().optional(),
    all: z.object(covered),
    units: z.array(z.object({ unitId: z.string(), name: z.string(), ...covered })),
    genders: z.array(z.object({ gender: z.enum(GENDERS).optional(), ...covered })),
    roles: z.array(z.object({ role: z.enum(ROLES_IN_TEAM), ...covered })),
    never: z.number().describe('How many were seen at no training of any year'),
  })
  .meta({ id: 'Coverage' });

export const operations = [
  operation({
    id: 'getCoverage',
    method: 'get',
    path: '/coverage',
    tag: 'Register',
    summary: 'How many of the recognised mediators were trained, by unit, gender and role',
    description:
      'Each person counts once, and only where they were seen at a training. An officer gets those of their own area.',
    who: 'staff',
    query: z.object({
      year: optional(z.coerce.number().int().min(2000).max(2100)).describe(
        'Left out: trainings of all years',
      ),
      unitId: optional(idOf('unt')).describe('A district or commune; those below it count as well'),
    }),
    status: 200,
    answer: CoverageView,
    run: async ({ world, account, query: { year, unitId } }) => {
      const { all } = await readUnits(world);
      mustRegister('seeTeams', account, all);
      const { never, ...found } = await readCoverage(world, account, { year, area: unitId });
      return { ...found, never: never.length };
    },
  }),
  operation({
    id: 'getPersonHistory',
    method: 'get',
    path: '/mediators/{mediatorId}/history',
    tag: 'Register',
    summary: 'The classes, hours and topics of a mediator',
    description:
      'Of the registrations that are linked to the mediator. An officer gets those of the mediators of their own area.',
    who: 'staff',
    params: oneMediator('med_mau_1'),
    status: 200,
    answer: HistoryView,
    run: async ({ world, account, params: { mediatorId } }) => {
      const { mediator } = await allowedMediator(world, account, mediatorId, 'seePeople');
      return historyView(await historyOf(world, mediator));
    },
  }),
  operation({
    id: 'readOwnHistory',
    method: 'post',
    path: '/registrations/history/lookup',
    tag: 'Register',
    summary: 'The classes of the mediator whose registration this is, by code and phone',
    description: '`linked` is false where the registration is linked to no mediator of the register.',
    who: 'public',
    body: z.strictObject({ code: z.string().max(20), phone, fullName: optional(personName) }),
    example: { code: '900 000 001', phone: '0900 000 001' },
    refusals: ['Missing'],
    status: 200,
    answer: HistoryView.extend({ linked: z.boolean() }).meta({ id: 'OwnHistory' }),
    run: async ({ world, body }) => {
      const { registration } = await findByCode(world, body);
      const mediator = await mediatorOf(world, registration.id);
      if (!mediator) return { linked: false, classes: [], hours: 0 };
      return { linked: true, ...historyView(await historyOf(world, mediator)) };
    },
  }),
  operation({
    id: 'listLinkOffers',
    method: 'get',
    path: '/mediator-links',
    tag: 'Register',
    summary: 'Registrations that may be a mediator’s',
    description:
      'A registration is linked by itself where phone and name match. Where they nearly match, an organizer decides (`decideMediatorLink`). A page may be shorter than `limit` although there are more.',
    who: 'staff',
    query: Paging,
    status: 200,
    answer: pageOf(OfferView),
    run: async ({ world, account, query }) => {
      mustDecideLinks(account);
      const { items, next } = await listOffers(world, query);
      const offers = items.map(({ mediator, team, registration, event }) => ({
        mediatorId: mediator.id,
        fullName: mediator.fullName,
        phone: mediator.phone,
        teamName: team?.name,
        registrationId: registration.id,
        registeredName: registration.fullName,
        registeredPhone: registration.phone,
        eventId: event.id,
        title: event.title,
        startsAt: event.startsAt,
      }));
      return { items: offers, next };
    },
  }),
  operation({
    id: 'decideMediatorLink',
    method: 'put',
    path: '/mediators/{mediatorId}/history/{registrationId}/link',
    tag: 'Register',
    summary: 'Say whether a registration is a mediator’s',
    description:
      'For organizers. A link that the system made can be decided, too, and a decision can be changed: each one is kept. The same decision again changes nothing. 404 `participation-missing` where the registration was not offered.',
    who: 'staff',
    params: oneMediator('med_mau_hoi').extend({ registrationId: idOf('reg') }),
    body: DecideInput,
    example: { link: 'linked' },
    refusals: ['Stale'],
    status: 200,
    answer: z.object({ link: z.enum(LINKS) }).meta({ id: 'MediatorLink' }),
    run: async ({ world, account, params, body }) => {
      mustDecideLinks(account);
      return { link: (await decideLink(world, params, body)).link };
    },
  }),
];
