/**
 * Which code may import which; docs/architecture.md explains the floors. `tests/house/imports.test.ts` runs these
 * rules on every test run. Type imports count like any other.
 */

/**
 * Every folder with code, from the lowest floor to the highest. A folder imports only from floors below its own.
 * The folders of one row share a floor and do not import each other.
 */
const FLOORS = [
  // platform: what is no part of the domain
  ['functions/platform/cache'],
  ['functions/platform/problem', 'functions/platform/time', 'functions/platform/text'],
  ['functions/platform/store', 'functions/platform/input', 'functions/platform/old-fonts'],
  ['functions/platform/world', 'functions/platform/sheets'],
  [
    'functions/platform/keys',
    'functions/platform/files',
    'functions/platform/mail',
    'functions/platform/audit',
    'functions/platform/web',
  ],
  // outbox: how anything is told
  ['functions/outbox/deliveries'],
  ['functions/outbox/addresses', 'functions/outbox/calls'],
  ['functions/outbox/sending'],
  // directory: units, bodies, staff
  ['functions/directory/accounts'],
  ['functions/directory/sessions'],
  ['functions/directory/recovery'],
  ['functions/directory/units'],
  ['functions/directory/units/naming'],
  ['functions/directory/units/importing'],
  ['functions/directory/bodies', 'functions/directory/sign-in'],
  ['functions/directory/staff'],
  // documents: official documents as Word files
  ['functions/documents'],
  ['functions/documents/docx'],
  ['functions/documents/kept'],
  // inquiries: what is asked of a body, below the kinds
  ['functions/inquiries'],
  // library: materials, links to law, where they were published
  ['functions/library/catalogue'],
  ['functions/library/materials', 'functions/library/legal-links'],
  ['functions/library/publications', 'functions/library/files'],
  // register: mediation teams and mediators
  ['functions/register/teams'],
  ['functions/register/mediators'],
  ['functions/register/gaps'],
  // seats: the ledger and its protocol
  ['functions/seats/ledger'],
  ['functions/seats/tables'],
  ['functions/seats/protocol'],
  ['functions/seats'],
  ['functions/programme/plans'],
  // events: everything about one class, forum or conference
  ['functions/events/person'],
  ['functions/events/event'],
  ['functions/events/letters', 'functions/events/registrations', 'functions/programme/budget'],
  ['functions/programme/pledges'],
  ['functions/events/registrations/strangers', 'functions/events/registrations/codes'],
  ['functions/events/registrations/roll'],
  ['functions/events/registrations/register'],
  ['functions/events/registrations/change'],
  ['functions/events/rosters/reading/values'],
  ['functions/events/rosters/reading/headings'],
  ['functions/events/rosters/reading/rows'],
  ['functions/events/rosters/reading'],
  ['functions/events/rosters/places'],
  ['functions/events/rosters/again'],
  ['functions/events/rosters'],
  ['functions/events/nominations', 'functions/events/invitations', 'functions/events/imports'],
  ['functions/events/invitations/asking'],
  [
    'functions/events/nominations/due',
    'functions/events/nominations/letter',
    'functions/events/nominations/nominees',
  ],
  [
    'functions/events/nominations/pasting',
    'functions/events/invitations/letter-files',
    'functions/events/broadcasts',
    'functions/events/invitations/shared',
  ],
  ['functions/events/scheduling/checks'],
  ['functions/events/attendance', 'functions/events/scheduling', 'functions/events/overview'],
  ['functions/recommendations'],
  // notices: what is told to which person, in which words
  ['functions/notices/occasions'],
  ['functions/notices/words'],
  ['functions/notices/calls'],
  ['functions/notices'],
  ['functions/notices/broadcasts', 'functions/notices/sweep'],
  // privacy: how long people's data are kept, what may be done with them
  ['functions/privacy/person', 'functions/privacy/retention'],
  ['functions/background/streams'],
  ['functions/privacy/places'],
  ['functions/privacy/places/messages'],
  ['functions/privacy'],
  ['functions/privacy/record'],
  ['functions/background/clock'],
  // api: the HTTP contract of all nouns
  ['functions/api/contract'],
  ['functions/api/audit', 'functions/api/notices'],
  [
    'functions/api/accounts',
    'functions/api/privacy',
    'functions/api/retention',
    'functions/api/units',
    'functions/api/bodies',
    'functions/api/library',
    'functions/api/programme',
    'functions/api/budget',
    'functions/api/pledges',
    'functions/api/register',
    'functions/api/recommendations',
    'functions/api/events',
    'functions/api/registrations',
    'functions/api/imports',
    'functions/api/broadcasts',
    'functions/api/nominations',
    'functions/api/invitations',
    'functions/api/letters',
    'functions/api/documents',
  ],
  ['functions/api'],
  ['functions'],
  // web: what people see
  ['web/copy/vi/library', 'web/copy/vi/inquiries', 'web/copy/vi/programme'],
  ['web/copy/vi'],
  ['web/copy/en/library', 'web/copy/en/inquiries', 'web/copy/en/programme'],
  ['web/copy/en'],
  ['web/copy'],
  ['web'],
  ['web/ui/form'],
  ['web/ui'],
  [
    'web/parts/events',
    'web/parts/units',
    'web/parts/rosters',
    'web/parts/invitations',
    'web/parts/letters',
    'web/parts/documents',
    'web/parts/notices',
    'web/parts/recommendations',
    'web/parts/pledges',
  ],
  ['web/parts/registrations'],
  ['web/parts/privacy'],
  ['web/parts/nominations'],
  ['web/parts/nominations/pasting'],
  ['web/parts/nominations/pages'],
  [
    'web/public/info',
    'web/public/notices',
    'web/public/events',
    'web/public/library',
    'web/public/recommendations',
  ],
  ['web/public/registrations/own'],
  ['web/public/registrations/register', 'web/public/privacy'],
  ['web/public/registrations'],
  ['web/public/nominations', 'web/public/invitations'],
  ['web/console/notices/calls', 'web/console/history'],
  ['web/console/sign-in', 'web/console/programme', 'web/console/notices', 'web/console/privacy'],
  [
    'web/console/accounts',
    'web/console/bodies',
    'web/console/units',
    'web/console/sessions',
    'web/console/library',
    'web/console/recommendations',
  ],
  ['web/console/register/parts'],
  ['web/console/register/teams', 'web/console/register/mediators'],
  ['web/console/register'],
  ['web/console/retention', 'web/console/office', 'web/console/documents'],
  ['web/console/events/parts'],
  [
    'web/console/events/edit',
    'web/console/events/list',
    'web/console/events/remind',
    'web/console/events/seats',
    'web/console/events/transitions',
  ],
  ['web/console/events/event'],
  ['web/console/events'],
  ['web/console/registrations/parts', 'web/console/invitations/parts'],
  [
    'web/console/attendance/check-in',
    'web/console/registrations/decide',
    'web/console/registrations/import',
    'web/console/registrations/many',
    'web/console/invitations/decide',
    'web/console/invitations/invite',
    'web/console/invitations/list',
    'web/console/letters',
  ],
  ['web/console/registrations/list', 'web/console/registrations/one', 'web/console/invitations/one'],
  [
    'web/console/registrations',
    'web/console/attendance',
    'web/console/nominations',
    'web/console/invitations',
    'web/console/broadcasts',
    'web/console/budget',
    'web/console/pledges',
  ],
  ['web/console/home/to-do'],
  ['web/console/overview'],
  ['web/console/home'],
  ['web/console/own-unit'],
  ['web/islands'],
  ['web/reference'],
  ['web/site'],
  // where it runs
  ['functions/entry'],
  ['infra/demo/time'],
  ['infra/demo/programme'],
  ['infra/demo/register'],
  ['infra/demo', 'infra/build', 'infra/stages'],
  ['infra/demo/list'],
  ['infra/constructs/data'],
  ['infra/constructs'],
  ['infra/constructs/alarms', 'infra/constructs/site'],
  ['infra/operate'],
  ['infra/local/parts'],
  ['infra/local'],
  ['infra'],
];

const inFolders = (folders) => `^(${folders.join('|')})/[^/]+$`;

/** For each floor: no import from its own row's other folders, nor from a higher floor. */
const floorRules = FLOORS.flatMap((row, height) =>
  row.map((folder) => {
    const above = [...row.filter((other) => other !== folder), ...FLOORS.slice(height + 1).flat()];
    return {
      name: `floor of ${folder}`,
      comment: 'Imports run downwards only: see FLOORS.',
      severity: 'error',
      from: { path: inFolders([folder]) },
      to: { path: above.length ? inFolders(above) : '^$' },
    };
  }),
);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...floorRules,
    { name: 'no-file-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-folder-cycles', severity: 'error', scope: 'folder', from: {}, to: { circular: true } },
    {
      name: 'product-does-not-import-tests',
      severity: 'error',
      from: { path: '^(functions|web|infra)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'entry-points-are-not-imported',
      comment: 'An entry point reads the environment as it is imported.',
      severity: 'error',
      from: { path: '^(functions|web)/' },
      to: { path: '^functions/entry/(http|mailer|importer|clock|audit|feedback)\\.ts$' },
    },
    {
      name: 'only-packages-of-package-json',
      severity: 'error',
      from: { path: '^(functions|web|infra)/' },
      to: { dependencyTypes: ['unknown', 'undetermined', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'heavy-libraries-load-late',
      comment: 'The ability that needs one imports it dynamically, so that a function starts light.',
      severity: 'error',
      from: { path: '^(functions|web)/', pathNot: '-sdk\\.ts$' },
      to: {
        path: '-sdk\\.ts$|node_modules/(docx|write-excel-file|@e965/xlsx|yauzl|fflate|nodemailer|ical-generator|markdown-it|@aws-sdk/client-(s3|ses)|@aws-sdk/s3-request-presigner)/',
        dependencyTypesNot: ['dynamic-import', 'type-only'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
module.exports.FLOORS = FLOORS;
