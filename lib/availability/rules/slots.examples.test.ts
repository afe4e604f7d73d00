import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { drawnCases } from '@/lib/availability/rules/slots.cases';
import { examples, inputOf, startsOf } from '@/lib/availability/rules/slots.examples';

const all = [...examples, ...drawnCases];

describe('worked out by hand', () => {
  test.each(examples)('$name', (example) => {
    expect(startsOf(inputOf(example))).toEqual(example.starts);
  });
});

describe('worked out by another program', () => {
  test.each(drawnCases)('$name', (example) => {
    expect(startsOf(inputOf(example))).toEqual(example.starts);
  });
});

test.each(['UTC', 'America/St_Johns', 'Pacific/Apia'])('all are the same on a machine in %s', (TZ) => {
  const script =
    "import { examples, inputOf, startsOf } from './lib/availability/rules/slots.examples.ts';" +
    "import { drawnCases } from './lib/availability/rules/slots.cases.ts';" +
    'console.log(JSON.stringify([...examples, ...drawnCases].map((example) => startsOf(inputOf(example)))))';
  const flags = ['--import', 'tsx', '--input-type=module', '--eval', script];
  const output = execFileSync(process.execPath, flags, { env: { ...process.env, TZ }, encoding: 'utf8' });
  expect(JSON.parse(output)).toEqual(all.map((example) => example.starts));
});
