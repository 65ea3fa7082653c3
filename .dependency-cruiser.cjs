/**
 * The house's rules about who may know whom (see docs/decisions). `tests/house/imports.test.ts` runs them.
 * @type {import('dependency-cruiser').IConfiguration}
 */

const ENTRY_POINTS = '^functions/entry/';

module.exports = {
  forbidden: [
    {
      name: 'functions-know-no-page',
      comment: 'What the system does does not depend on how it looks; entry points wire both.',
      severity: 'error',
      from: { path: '^functions/', pathNot: ENTRY_POINTS },
      to: { path: '^(web|infra)/' },
    },
    {
      name: 'entry-points-know-no-infra',
      severity: 'error',
      from: { path: '^functions/' },
      to: { path: '^infra/' },
    },
    {
      name: 'pages-know-no-infra',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^infra/' },
    },
    {
      name: 'nobody-knows-tests',
      severity: 'error',
      from: { path: '^(functions|web|infra)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'nobody-calls-an-entry-point',
      comment: 'An entry point reads the environment as it is imported.',
      severity: 'error',
      from: { path: '^(functions|web)/' },
      to: { path: '^functions/entry/(http|mailer|clock|audit|feedback)\\.ts$' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'only-what-package-json-names',
      severity: 'error',
      from: { path: '^(functions|web|infra)/' },
      to: { dependencyTypes: ['unknown', 'undetermined', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'heavy-libraries-come-late',
      comment: 'They are loaded by the ability that needs them, so that a function starts light.',
      severity: 'error',
      from: { path: '^(functions|web)/' },
      to: {
        path: 'node_modules/(docx|write-excel-file|read-excel-file|nodemailer|ical-generator|markdown-it|@aws-sdk/client-(s3|ses)|@aws-sdk/s3-request-presigner)/',
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
