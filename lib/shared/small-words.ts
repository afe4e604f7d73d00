/** Articles, prepositions and the like of our languages, folded: who types them looks for what stands beside them. */
const smallWords = new Set(
  (
    'a an and at by for from in is my of on or the to with ' +
    'au aux avec dans de des du en et la le les ma mes mon ou par pour sans sur un une ' +
    'am an auf bei das dem den der die ein eine einen einer fur im in mein meine mit nach oder ohne und vom von zu zum zur ' +
    'без в во для до и из или к ко мой моя на не о об от по при с со у'
  ).split(' '),
);

/** The words that are worth looking for; all of them when there are no others. Single letters are small words too. */
export function withoutSmallWords(words: readonly string[]): readonly string[] {
  const large = words.filter((word) => word.length > 1 && !smallWords.has(word));
  return large.length > 0 ? large : words;
}
