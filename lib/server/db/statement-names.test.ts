import { describe, expect, test } from 'vitest';
import { statementNames } from './statement-names';

describe('names of statements', () => {
  test('the same text has the same name, another text another', () => {
    const nameOf = statementNames();
    expect(nameOf({ sql: 'select 1' })).toBe(nameOf({ sql: 'select 1' }));
    expect(nameOf({ sql: 'select 2' })).not.toBe(nameOf({ sql: 'select 1' }));
    expect(nameOf({ sql: 'select 1' })).toBe(statementNames()({ sql: 'select 1' }));
  });

  test('once enough have a name, new ones have none and old ones keep theirs', () => {
    const nameOf = statementNames(2);
    const [first] = [nameOf({ sql: 'select 1' }), nameOf({ sql: 'select 2' })];
    expect(nameOf({ sql: 'select 3' })).toBe('');
    expect(nameOf({ sql: 'select 1' })).toBe(first);
  });
});
