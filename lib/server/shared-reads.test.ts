import { expect, it } from 'vitest';
import { sharedReads } from './shared-reads';

/** A source of which each read sees what is written when it begins, and ends when it is told to. */
function slowSource() {
  const ends: { resolve: () => void; reject: (error: Error) => void }[] = [];
  let written = 'old';
  const ask = sharedReads(
    (key: string) => key,
    (key) => {
      const seen = `${key} ${written}`;
      return new Promise<string>((resolve, reject) => {
        ends.push({ resolve: () => resolve(seen), reject });
      });
    },
  );
  const end = async (index: number) => {
    ends[index]?.resolve();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { ask, end, ends, write: (value: string) => (written = value) };
}

it('whoever asks after something was written gets it, though older reads are under way', async () => {
  const { ask, end, ends, write } = slowSource();
  const before = ask('a');
  write('new');
  const after = [ask('a'), ask('a')];
  expect(ends).toHaveLength(1);
  await end(0);
  expect(ends).toHaveLength(2);
  await end(1);
  expect(await before).toBe('a old');
  expect(await Promise.all(after)).toEqual(['a new', 'a new']);
});

it('another question is read at once, and each round shares one read', async () => {
  const { ask, end, ends } = slowSource();
  void ask('a');
  void ask('b');
  expect(ends).toHaveLength(2);
  void ask('a');
  await end(0);
  void ask('a');
  void ask('a');
  expect(ends).toHaveLength(3);
  await end(2);
  expect(ends).toHaveLength(4);
  await end(3);
  void ask('a');
  expect(ends).toHaveLength(5);
});

it('a read that fails is nobody else’s failure', async () => {
  const { ask, end, ends } = slowSource();
  const failed = ask('a');
  const other = ask('a');
  ends[0]?.reject(new Error('gone'));
  await expect(failed).rejects.toThrow('gone');
  await new Promise((resolve) => setImmediate(resolve));
  await end(1);
  expect(await other).toBe('a old');
});
