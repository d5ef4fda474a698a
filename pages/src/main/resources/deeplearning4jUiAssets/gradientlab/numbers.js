import {inLanguage} from './language.js';

/** How numbers are written: the same everywhere, with the reader's signs for decimals and thousands. */

const RAISED = {'-': '⁻', 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹'};
const GROUPED = new Intl.NumberFormat('en', {maximumFractionDigits: 0});

/** 10 to the power n, such as 10⁻³. */
export function power(n) {
  return '10' + String(n).replace(/[-0-9]/g, c => RAISED[c]);
}

/** A whole number with its thousands set apart: 100,000. */
export function whole(n) {
  return Number.isFinite(n) ? inLanguage(GROUPED.format(n)) : number(n);
}

/** A number with three digits that count: 0.0123, 4.56, 2.1·10⁻⁷, NaN, ∞, −∞. */
export function number(x, digits = 3) {
  if (Number.isNaN(x)) return 'NaN';
  if (!Number.isFinite(x)) return x > 0 ? '∞' : '−∞';
  if (x === 0) return '0';
  const size = Math.abs(x);
  if (size >= 1e-3 && size < 1e5) return written(Number(x.toPrecision(digits)));
  const [mantissa, exponent] = x.toExponential(digits - 1).split('e');
  return `${written(Number(mantissa))}·${power(Number(exponent))}`;
}

/** A share as a percentage: 83.7 %. */
export function percent(share) {
  return Number.isFinite(share) ? `${number(100 * share)} %` : number(share);
}

function written(x) {
  return inLanguage(String(x).replace('-', '−'));
}
