import * as z from 'zod';
import { findByCode } from '../../events/registrations/find';
import { DecideInput, decideLink, mustDecideLinks } from '../../participation/decide';
import { historyOf, mediatorOf } from '../../participation/history';
import { listOffers } from '../../participation/offers';
import { LINKS } from '../../participation/participation';
import { idOf, optional, Paging, pageOf, personName, phone } from '../../platform/input/fields';
import { allowedMediator } from '../../register/mediators/allowed';
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

export const operations = [
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
      await allowedMediator(world, account, mediatorId, 'seePeople');
      return historyView(await historyOf(world, mediatorId));
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
      const mediatorId = await mediatorOf(world, registration.id);
      if (!mediatorId) return { linked: false, classes: [], hours: 0 };
      return { linked: true, ...historyView(await historyOf(world, mediatorId)) };
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
      'For organizers. Also of a link that was made by itself, and anew: each decision is kept. The same again changes nothing. 404 `participation-missing` where the registration was not offered.',
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
