import { allUnits } from '../directory/units/list';
import type { Unit } from '../directory/units/unit';
import { unitLabel } from '../directory/units/words';
import { docxOf } from '../documents/docx/docx';
import { parentLine, readOffice, shortIssuer } from '../documents/office';
import { officialDay } from '../documents/official';
import { linesOfBlocks } from '../documents/printed-text';
import { getEvent } from '../events/event/get';
import { DOCX, type Download, fileWords } from '../platform/files/download';
import { Problem } from '../platform/problem/problem';
import type { World } from '../platform/world/world';
import type { Point } from './point';
import { listPointItems } from './read';

/** Words of a person as paragraphs. */
const paragraphs = (words: string): string[] => words.split(/\n+/).filter((line) => line.trim());

/** The accepted papers of a conference, the first one raised first. Pure. */
export const acceptedPapers = (points: readonly Point[], eventId: string): Point[] =>
  points
    .filter((p) => p.eventId === eventId && p.sort === 'paper' && p.outcome === 'accepted')
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id));

/** Where a paper comes from; the name of the person is not in it. */
const fromWords = ({ raisedBy, unitId }: Point, units: readonly Unit[]): string => {
  const unit = units.find(({ id }) => id === unitId);
  return [raisedBy, unit && unitLabel(unit)].filter(Boolean).join(', ');
};

/**
 * The booklet of a conference (tập tham luận) as a Word file: a list of the accepted papers, then each on pages of its own.
 * @throws Problem missing `event-missing`; conflict `papers-none` where none was accepted
 */
export const bookletFile = async (world: World, eventId: string): Promise<Download> => {
  const [event, points, office, units] = await Promise.all([
    getEvent(world, eventId),
    listPointItems(world),
    readOffice(world),
    allUnits(world),
  ]);
  const papers = acceptedPapers(points, eventId);
  if (papers.length === 0) throw new Problem('conflict', 'papers-none');
  const body = await docxOf({
    title: `Tập tham luận: ${event.title}`,
    parent: parentLine(office),
    issuer: shortIssuer(office),
    heading: 'TẬP THAM LUẬN',
    about: event.title,
    belongsTo: `(${[officialDay(event.startsAt), event.venue].filter(Boolean).join(', ')})`,
    pieces: [
      { runs: [] },
      ...linesOfBlocks([
        {
          table: {
            columns: [
              { name: 'STT', share: 10, centred: true },
              { name: 'Tham luận', share: 55 },
              { name: 'Nơi gửi', share: 35 },
            ],
            rows: papers.map((paper, i) => [String(i + 1), paper.title, fromWords(paper, units)]),
          },
        },
      ]),
    ],
    annexes: papers.map((paper, i) => {
      const from = fromWords(paper, units);
      return {
        heading: `THAM LUẬN ${i + 1}`,
        about: paper.title,
        ...(from && { belongsTo: `(${from})` }),
        pieces: linesOfBlocks(paragraphs(paper.words)),
      };
    }),
  });
  return { name: `tap-tham-luan-${fileWords(event.title)}.docx`, type: DOCX, body };
};
