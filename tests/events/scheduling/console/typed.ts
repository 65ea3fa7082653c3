import type { Fields } from '../../../support/visitor';

/** A filled form of a new event. */
export const typed = {
  kind: 'forum',
  title: 'Diễn đàn hòa giải Châu Thành',
  'startsAt.date': '15/12/2026',
  'startsAt.time': '7h30',
  'endsAt.time': '11:30',
  mode: 'in-person',
  venue: 'Nhà văn hóa',
  admission: 'open',
  capacity: '120',
  coordinatingBodyIds: ['bod_hlg', 'bod_mttq'],
  contactName: 'Nguyễn Thị Ánh',
  contactPhone: '0912345678',
  'sessions.1.start': '8:00',
  'sessions.1.end': '9:00',
  'sessions.1.topic': 'Hòa giải đất đai',
} satisfies Fields;
