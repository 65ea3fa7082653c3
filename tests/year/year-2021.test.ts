import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useWorld } from '../support/world';
import { autumn } from './autumn';
import { seedBefore } from './before';
import { consultation } from './consultation';
import { nextDay, playOf, type Scene } from './play';
import { spring } from './spring';

const scenes: readonly Scene[] = [...consultation, ...spring, ...autumn].sort((a, b) =>
  a.day.localeCompare(b.day),
);
const world = useWorld();
const play = playOf(world);

beforeAll(async () => {
  await seedBefore(world);
  await play.begin();
});
afterAll(() => play.end());

describe('the year of the plan of 2021, day by day', () => {
  let day = scenes[0]!.day;
  let today: readonly string[] = [];
  let figures: Record<string, string> = {};

  for (const scene of scenes)
    test(`${scene.day}: ${scene.what}`, async () => {
      for (; day < scene.day; day = nextDay(day))
        expect(await play.day(day), `${day}, a day without a scene`).toEqual({ told: [], today, figures });
      const { told = [], calls = [], acts } = scene;
      day = nextDay(day);
      today = [...(scene.today ?? today)].sort();
      figures = { ...figures, ...scene.figures };
      const seen = await play.day(scene.day, acts);
      expect(seen).toEqual({ told: [...told].sort(), today: [...today, ...calls].sort(), figures });
    });
});
