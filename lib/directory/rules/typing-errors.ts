/**
 * How many typing errors are forgiven in a word of so many letters: none in short ones, which would turn into other
 * words, one from 4 letters on, two from 8.
 */
export function forgivenErrors(letters: number): number {
  return letters < 4 ? 0 : letters < 8 ? 1 : 2;
}

/**
 * Typing errors between two words: letters too many, missing or wrong, and neighbours that changed places, each one
 * error (optimal string alignment). `most + 1` as soon as there are more than `most`.
 */
export function typingErrors(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let twoBack: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      let errors = Math.min(
        at(before, column) + 1,
        at(line, column - 1) + 1,
        at(before, column - 1) + (isSame ? 0 : 1),
      );
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwapped) errors = Math.min(errors, at(twoBack, column - 2) + 1);
      line.push(errors);
    }
    if (Math.min(...line) > most) return most + 1;
    twoBack = before;
    before = line;
  }
  return Math.min(at(before, b.length), most + 1);
}

const at = (line: readonly number[], column: number): number => line[column] ?? Number.POSITIVE_INFINITY;

/** The words of a vocabulary that a mistyped one may have meant, those with the fewest errors first. */
export function likelyWords(typed: string, vocabulary: readonly string[], limit: number): string[] {
  const most = forgivenErrors(typed.length);
  return vocabulary
    .map((word) => ({ word, errors: typingErrors(typed, word, most) }))
    .filter(({ errors }) => errors <= most)
    .sort((a, b) => a.errors - b.errors || (a.word < b.word ? -1 : 1))
    .slice(0, limit)
    .map(({ word }) => word);
}
