import { getBody } from '../directory/bodies/get';
import { type Broadcast, broadcastIn } from '../events/broadcasts/broadcast';
import { findBroadcast } from '../events/broadcasts/find';
import type { Event } from '../events/event/event';
import { getEvent } from '../events/event/get';
import type { Invitation } from '../events/invitations/invitation';
import { getInvitation } from '../events/invitations/list';
import { getNomination } from '../events/nominations/list';
import type { Nomination } from '../events/nominations/nomination';
import { viewNomination } from '../events/nominations/read';
import { findRequest } from '../events/person/forget-request';
import { getRegistration } from '../events/registrations/find';
import type { Registration } from '../events/registrations/registration';
import { getInquiry } from '../inquiries/read';
import { Problem } from '../platform/problem/problem';
import type { World } from '../platform/world/world';
import { getPoint } from '../points/read';
import { getSupport } from '../support/read';
import {
  type AboutEvent,
  type AboutInquiry,
  type AboutPoint,
  type AboutRequest,
  type AboutSupport,
  isAboutEvent,
  type Subject,
} from './subject';

export type ReadEvent = (id: string) => Promise<Event>;

/** Reads a subject by its id, strongly consistent. @returns undefined where it, or its event, is missing */
export const readSubject = async (
  world: World,
  id: string,
  readEvent: ReadEvent = (eventId) => getEvent(world, eventId),
): Promise<Subject | undefined> => {
  if (id.startsWith('frq_')) return readAboutRequest(world, id, readEvent);
  if (id.startsWith('inq_')) return readAboutInquiry(world, id);
  if (id.startsWith('sup_')) return readAboutSupport(world, id);
  if (id.startsWith('pnt_')) return readAboutPoint(world, id);
  const kind = KINDS[id.slice(0, 4)];
  const thing = kind && (await orAbsent(readThing[kind](world, id)));
  const event = thing && (await orAbsent(readEvent(thing.eventId)));
  return event && withParties(world, kind!, thing!, event);
};

const readAboutRequest = async (
  world: World,
  id: string,
  readEvent: ReadEvent,
): Promise<AboutRequest | undefined> => {
  const thing = await findRequest(world, id);
  if (!thing) return undefined;
  const { registrationId, eventId } = thing;
  if (!registrationId || !eventId) return { kind: 'forget-request', thing };
  const [registration, event] = await Promise.all([
    orAbsent(getRegistration(world, registrationId)),
    orAbsent(readEvent(eventId)),
  ]);
  return registration && { kind: 'forget-request', thing, registration, event };
};

const readAboutInquiry = async (world: World, id: string): Promise<AboutInquiry | undefined> => {
  const thing = await orAbsent(getInquiry(world, id));
  const body = thing && (await orAbsent(getBody(world, thing.bodyId)));
  return body && { kind: 'inquiry', thing: thing!, body };
};

/** Undefined where an officer asked for a team: they read the answer in the console. */
const readAboutSupport = async (world: World, id: string): Promise<AboutSupport | undefined> => {
  const found = await orAbsent(getSupport(world, id));
  const registrationId = found?.request.registrationId;
  const registration = registrationId && (await orAbsent(getRegistration(world, registrationId)));
  return registration
    ? { kind: 'support', thing: found!.request, inquiry: found!.inquiry, registration }
    : undefined;
};

/** Undefined where staff entered it: they read the answer in the console. */
const readAboutPoint = async (world: World, id: string): Promise<AboutPoint | undefined> => {
  const found = await orAbsent(getPoint(world, id));
  const registrationId = found?.point.registrationId;
  const registration = registrationId && (await orAbsent(getRegistration(world, registrationId)));
  return registration
    ? { kind: 'point', thing: found!.point, recommendation: found!.recommendation, registration }
    : undefined;
};

const orAbsent = async <T>(reading: Promise<T>): Promise<T | undefined> => {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Problem && error.kind === 'missing') return undefined;
    throw error;
  }
};

const KINDS: Record<string, AboutEvent['kind']> = {
  reg_: 'registration',
  nom_: 'nomination',
  inv_: 'invitation',
};

const readThing: Record<AboutEvent['kind'], (world: World, id: string) => Promise<AboutEvent['thing']>> = {
  registration: getRegistration,
  nomination: getNomination,
  invitation: getInvitation,
};

/** Adds who nominated the person, or which body is invited. */
const withParties = async (
  world: World,
  kind: AboutEvent['kind'],
  thing: AboutEvent['thing'],
  event: Event,
): Promise<Subject | undefined> => {
  if (kind === 'registration') {
    const { nominationId } = thing as Registration;
    const nomination = nominationId ? await orAbsent(getNomination(world, nominationId)) : undefined;
    return { kind, event, thing: thing as Registration, nomination };
  }
  if (kind === 'nomination') return { kind, event, thing: thing as Nomination };
  const body = await orAbsent(getBody(world, (thing as Invitation).bodyId));
  return body && { kind, event, thing: thing as Invitation, body };
};

/**
 * Adds the broadcasts that the keys of deliveries name, strongly consistent, so that their notices are due too.
 * @param keys of deliveries that are not told yet, and of those that are about to be written
 */
export const withBroadcasts = async (
  world: World,
  subject: Subject,
  keys: readonly string[],
): Promise<Subject> => {
  const ids = [...new Set(keys.map(broadcastIn).filter((id) => id !== undefined))];
  if (ids.length === 0 || !isAboutEvent(subject)) return subject;
  const found = await Promise.all(ids.map((id) => findBroadcast(world, id)));
  const broadcasts = found.filter((b): b is Broadcast => b !== undefined);
  if (subject.kind !== 'nomination' || !broadcasts.some((b) => b.groups.includes('short-units')))
    return { ...subject, broadcasts };
  const { used, quota } = await viewNomination(world, subject.thing);
  return { ...subject, broadcasts, short: used < quota };
};
