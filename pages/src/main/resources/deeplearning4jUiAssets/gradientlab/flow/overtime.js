/**
 * δ over time, as the picture has it.
 *
 * @typedef {Object} Profile of one recurrent layer
 * @property {string} name
 * @property {number} look
 * @property {number[]} fromLast norm of what arrives at the last step alone: there, one step before, …
 * @property {number[]} norms norm of all that reaches a step, in the same order
 * @property {number} limit the norm at the first step from which on the rules say something
 */

/** Two norms that differ by a smaller share are one line on a logarithmic axis. */
const SAME = 1 / 3;

/** @returns {Profile[]} of the layers that have time */
export const profiles = layers =>
  layers
    .filter(({time}) => time.norms.length > 0)
    .map(({name, time}, look) => ({name, look, ...time, norms: [...time.norms].reverse()}));

/** Whether something reaches the steps by another way than from the last one, so much that it can be seen. */
export const alsoFromElsewhere = ({fromLast, norms}) =>
  fromLast.length !== norms.length || norms.some((norm, back) => Math.abs(norm - fromLast[back]) > SAME * norm);

/**
 * What the way back from the last step multiplies δ by, in all and for each step as a geometric mean; the mean goes as far back
 * as there is a finite value above 0.
 */
export function changeOf({fromLast}) {
  const steps = Math.max(0, fromLast.length - 1);
  const share = back => fromLast[back] / fromLast[0];
  let far = steps;
  while (far > 1 && !(share(far) > 0 && share(far) < Infinity)) far--;
  return {steps, share: steps ? share(steps) : NaN, perStep: far ? share(far) ** (1 / far) : NaN};
}
