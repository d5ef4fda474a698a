import {say} from './words.js';

/** How the series of the charts over the layers look: a colour for each net, hollow marks for A, a dash pattern for each quantity. */

const NETS = {B: 's0', A: 's1'};
const SECOND = new Set(['a', 'dead']);

/** The look of a series, as of charts.js. @param {{net: string, key: string, kind: string}} series */
export function lookOf({net, key, kind}) {
  const label = nameOf({net, key, kind});
  if (kind === 'measured')
    return {label, shade: NETS[net], dash: SECOND.has(key) ? [7, 4] : [], width: 2, marks: true, hollow: net === 'A'};
  if (kind === 'theory') return {label, shade: 'theory', dash: [4, 4], width: 1.5};
  return {label, shade: 'theory', width: 0};
}

/** "B: z", "theory: z". */
export const nameOf = ({net, key, kind}) =>
  say(kind === 'measured' ? 'series.measured' : `series.${kind}`, {net, quantity: say(`quantity.${key}`)});
