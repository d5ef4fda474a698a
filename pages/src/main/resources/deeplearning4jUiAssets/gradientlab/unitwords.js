/** What is said about the units of a layer. */
import {revivals} from './draw/lives.js';
import {NOT_FINITE, saturatedOn} from './draw/unitmap.js';
import {counted, percent, whole} from './numbers.js';

const NO_LIMITS = {SOFTMAX: 'whose slope depends on all logits of an example, not on one z', OTHER: 'which is not known here'};
const SATURATED = {TANH: '|a| > 0.97, the slope is next to 0', RELU: 'z ≤ 0, the slope is 0 (about half of them is normal)'};

/** When an activation counts as saturated. */
export const saturatedWhen = nonlinearity => SATURATED[nonlinearity] ?? 'the slope of the nonlinearity is next to 0';

/** Why there is no map of a layer. */
export const noLimits = ({name, kind, role, nonlinearity}) =>
  role === 'OUTPUT'
    ? `DL4J layer ${name} (${kind}) is the output layer: only hidden layers are looked at for saturated and dead units. `
    : `DL4J layer ${name} (${kind}) has no limits of saturation: its nonlinearity is ${nonlinearity}, ` +
      `${NO_LIMITS[nonlinearity] ?? 'whose slope never falls next to 0 for good'}. `;

/** A saturation map in words. @param {ReturnType<typeof import('./draw/unitmap.js').unitMapOf>} map */
export function mapText(map) {
  const known = map.level.reduce((n, level) => n + (level !== NOT_FINITE ? 1 : 0), 0);
  const saturated = map.state.reduce((n, state, i) => n + (state >= 1 && map.level[i] !== NOT_FINITE ? 1 : 0), 0);
  const lost = map.level.length - known;
  const finite = known ? `${percent(saturated / known)} of the finite activations are saturated` : 'no activation is finite';
  const dead = `Dead on the whole batch (▼): ${counted(map.dead.size, 'unit')} of ${whole(map.units)}: ${listed(map.deadUnits)}.`;
  return (
    `The first ${whole(map.examples)} examples of the observed batch × ${counted(map.units, 'unit')}: ${finite}` +
    `${known && lost ? `, ${whole(lost)} are not finite` : ''}. ${map.dead.size ? dead : 'No unit is dead on the whole batch.'}`
  );
}

/** Rows of a table: saturated examples and death of each unit. */
export const mapRows = (map, order) =>
  order.map(unit => [String(unit), `${saturatedOn(map, unit)} of ${map.examples}`, map.dead.has(unit) ? 'dead' : '']);

/** The lives of a layer's units in words. @param {import('./draw/lives.js').Life[]} lives */
export function livesText(lives) {
  const revived = lives.filter(life => revivals(life).length > 0).map(life => life.unit);
  return (
    'Below each unit of the map, its state from the first snapshot (top) to the newest. Dead: outside of the limits on the ' +
    'whole batch; saturated: on more than half of it. ' +
    (revived.length ? `Revived: ${counted(revived.length, 'unit')}: ${listed(revived)}.` : 'No dead unit has come back to life.')
  );
}

/** Up to a number of them, then how many more. */
const listed = (units, most = 30) =>
  units.slice(0, most).join(', ') + (units.length > most ? ` and ${whole(units.length - most)} more` : '');
