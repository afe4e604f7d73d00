// The house's rules about who may import whom (ARCHITECTURE in README, "Map of the house").

/** Left may import right; neighbours within a step do not import each other. */
const steps = [
  ['admin'],
  ['directory'],
  ['claims', 'rooms'],
  ['events'],
  ['booking'],
  ['services'],
  ['availability'],
  ['plans'],
  ['payments'],
  ['organisations'],
  ['relationships'],
  ['profiles'],
  ['notifications'],
  ['accounts'],
];
const kernel = ['access', 'shared', 'server', 'i18n'];

const layerRules = steps.flatMap((step, index) =>
  step.map((domain) => {
    const forbidden = [...steps.slice(0, index).flat(), ...step.filter((other) => other !== domain)];
    return {
      name: `${domain}-looks-down`,
      comment: `lib/${domain} may use only what lies to its right (${steps
        .slice(index + 1)
        .flat()
        .join(', ')}); what a lower domain must learn comes up as a returned value or a job.`,
      severity: 'error',
      from: { path: `^lib/${domain}/` },
      to: { path: `^lib/(${forbidden.join('|') || 'nothing'})/` },
    };
  }),
);

export default {
  forbidden: [
    ...layerRules,
    {
      name: 'no-circles',
      comment: 'A circle hides which of the two is the lower one.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'rules-are-pure',
      comment:
        'rules, shared and access know no framework, database, environment or clock: hand the values in.',
      severity: 'error',
      from: { path: '^lib/([^/]+/rules|shared|access)/', pathNot: '\\.test\\.tsx?$' },
      to: {
        path: '^lib/server/|^app/|^components/|node_modules/(next|react|react-dom|@prisma|pg|pg-boss|stripe|next-intl)/',
      },
    },
    {
      name: 'kernel-knows-no-domain',
      comment: 'lib/server, lib/shared, lib/access and lib/i18n serve every domain and know none.',
      severity: 'error',
      from: { path: `^lib/(${kernel.join('|')})/`, pathNot: '\\.test\\.tsx?$' },
      to: { path: `^lib/(?!(${kernel.join('|')})/)` },
    },
    {
      name: 'database-behind-repositories',
      comment:
        'Only repository.ts files and lib/server speak to the generated client; use cases may begin transactions and hand them on.',
      severity: 'error',
      from: { path: '^(app|components)/', pathNot: '^app/api/health/' },
      to: { path: '^lib/server/|/repository\\.ts$|@prisma' },
    },
    {
      name: 'foreign-repositories',
      comment: "A domain's repository is its own: ask for a use case or a loader.",
      severity: 'error',
      from: { path: '^lib/([^/]+)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^lib/.+/repository[.]ts$', pathNot: '^lib/$1/' },
    },
    {
      name: 'library-knows-no-pages',
      comment: 'lib serves pages and components, never the other way.',
      severity: 'error',
      from: { path: '^lib/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(app|components)/' },
    },
    {
      name: 'sandbox-stays-outside',
      comment: 'The product does not know whether a sandbox answers.',
      severity: 'error',
      from: { path: '^(app|components|lib)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(sandbox|prisma/seed|scripts|e2e|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'lib/server/db/generated|\\.next' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    parser: 'swc',
  },
};
