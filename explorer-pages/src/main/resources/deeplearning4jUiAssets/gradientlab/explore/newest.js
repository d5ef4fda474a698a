/**
 * Asks one question at a time: of those that come in while one is under way only the newest is asked, after it.
 * @template Q, A
 * @param {(question: Q) => Promise<A>} ask
 * @param {(answer: A, question: Q) => void} done
 * @param {(error: Error, question: Q) => void} failed
 * @returns {(question: Q) => void}
 */
export function oneInFlight(ask, done, failed) {
  let underWay = false;
  let next = null;
  const turn = async question => {
    underWay = true;
    const [answer, error] = await ask(question).then(
      value => [value, null],
      reason => [null, reason],
    );
    underWay = false;
    const waiting = next;
    next = null;
    if (waiting) turn(waiting.question);
    if (error) failed(error, question);
    else done(answer, question);
  };
  return question => {
    if (underWay) next = {question};
    else turn(question);
  };
}
