import type { World } from '../../functions/platform/world/world';
import { generateEvents } from './events';
import { generateCommunes, generateMediators, generateTeams } from './register';
import { type Size, WHOLE } from './size';

/**
 * Adds an invented province of a real province's size to tables that already have the demo: communes, teams, mediators,
 * and the events of three years with their registrations. Everything is written through the abilities; only people of
 * one event are seated together (`seatMany`).
 * @param say hears what is written now
 */
export const generateProvince = async (
  world: World,
  size: Size = WHOLE,
  say: (step: string) => void = () => {},
): Promise<void> => {
  say(`Đang tạo xã, tổ hòa giải (making ${size.teams} teams)…`);
  const communes = await generateCommunes(world, size);
  const teams = await generateTeams(world, size, communes);
  say(`Đang tạo hòa giải viên (making ${size.mediators} mediators)…`);
  await generateMediators(world, size, teams);
  say(`Đang tạo lớp, hội nghị của ba năm (making ${size.events} events of three years)…`);
  await generateEvents(world, size, teams);
};
