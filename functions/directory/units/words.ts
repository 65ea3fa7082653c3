import type { Unit } from './unit';

const KIND_WORD: Record<Unit['kind'], string> = {
  province: 'Tỉnh',
  city: 'Thành phố',
  town: 'Thị xã',
  district: 'Huyện',
  commune: 'Xã',
  ward: 'Phường',
  township: 'Thị trấn',
  'special-zone': 'Đặc khu',
};

export const kindWord = (kind: Unit['kind']): string => KIND_WORD[kind];

/** A unit as people name it: `Huyện Gò Quao`, `Xã Định An`. */
export const unitLabel = (unit: Pick<Unit, 'kind' | 'name'>): string =>
  `${KIND_WORD[unit.kind]} ${unit.name}`;

/**
 * A unit's name within a sentence or behind another name, where its common noun is written small
 * (Decree 30/2020, annex II): `Đề nghị huyện Gò Quao cử…`. A body's name stays as it is.
 */
export const inSentence = (name: string): string =>
  name.replace(/^(Tỉnh|Thành phố(?! Hồ Chí Minh)|Thị xã|Huyện|Xã|Phường|Thị trấn|Đặc khu)(?= )/, (noun) =>
    noun.toLowerCase(),
  );

/** A unit and the units above it, nearest first: `Xã Định An, huyện Gò Quao`. The province is left out. */
export const unitLine = (line: readonly Pick<Unit, 'kind' | 'name'>[]): string =>
  line
    .filter((u) => u.kind !== 'province' || line.length === 1)
    .map((u, i) => (i === 0 ? unitLabel(u) : inSentence(unitLabel(u))))
    .join(', ');
