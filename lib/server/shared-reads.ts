/**
 * Lets those who ask the same at the same time share one read. Nobody gets what began to be read before they asked, so that
 * each answer knows everything that was committed by then: who comes while one is being read shares the next one.
 */
export function sharedReads<Question, Answer>(
  keyOf: (question: Question) => string,
  read: (question: Question) => Promise<Answer>,
): (question: Question) => Promise<Answer> {
  const underWay = new Map<string, Promise<Answer>>();
  const next = new Map<string, Promise<Answer>>();
  const begin = (key: string, question: Question) => {
    const answer = read(question).finally(() => underWay.delete(key));
    underWay.set(key, answer);
    return answer;
  };
  const follow = async (key: string, question: Question, before: Promise<Answer>) => {
    await before.catch(() => undefined);
    next.delete(key);
    return begin(key, question);
  };
  return (question) => {
    const key = keyOf(question);
    const before = underWay.get(key);
    const answer = next.get(key) ?? (before ? follow(key, question, before) : begin(key, question));
    if (before && !next.has(key)) next.set(key, answer);
    return answer;
  };
}
