/** What is said about the units of a layer. */
import {revivals} from './draw/lives.js';
import {NOT_FINITE, saturatedOn} from './draw/unitmap.js';
import {percent, whole} from './numbers.js';
import {known, say} from './words.js';

/** When an activation counts as saturated. */
export const saturatedWhen = nonlinearity => say(oneOf('saturated', nonlinearity));

/** Why there is no map of a layer. */
export const noLimits = ({name, kind, role, nonlinearity}) =>
  role === 'OUTPUT'
    ? say('units.output', {name, kind})
    : say('units.noLimits', {name, kind, nonlinearity, why: say(oneOf('unlimited', nonlinearity))});

/** The key of a nonlinearity's own words, or that of all others. */
const oneOf = (what, nonlinearity) => (known(`${what}.${nonlinearity}`) ? `${what}.${nonlinearity}` : `${what}.other`);

/** A saturation map in words. @param {ReturnType<typeof import('./draw/unitmap.js').unitMapOf>} map */
export function mapText(map) {
  const finite = map.level.reduce((n, level) => n + (level !== NOT_FINITE ? 1 : 0), 0);
  const saturated = map.state.reduce((n, state, i) => n + (state >= 1 && map.level[i] !== NOT_FINITE ? 1 : 0), 0);
  const lost = map.level.length - finite;
  return [
    say('units.first', {examples: whole(map.examples), units: whole(map.units)}),
    finite ? say('units.share', {share: percent(saturated / finite)}) : say('units.noneFinite'),
    finite && lost ? say('units.lost', {n: whole(lost)}) : '',
    map.dead.size
      ? say('units.dead', {n: whole(map.dead.size), units: whole(map.units), list: listed(map.deadUnits)})
      : say('units.noneDead'),
  ]
    .filter(Boolean)
    .join(' ');
}

/** Rows of a table: saturated examples and death of each unit. */
export const mapRows = (map, order) =>
  order.map(unit => [
    String(unit),
    say('table.ofAll', {n: saturatedOn(map, unit), of: map.examples}),
    map.dead.has(unit) ? say('state.DEAD') : '',
  ]);

/** The lives of a layer's units in words. @param {import('./draw/lives.js').Life[]} lives */
export function livesText(lives) {
  const revived = lives.filter(life => revivals(life).length > 0).map(life => life.unit);
  const back = revived.length
    ? say('units.revivedUnits', {n: whole(revived.length), list: listed(revived)})
    : say('units.noneRevived');
  return `${say('units.livesHow')} ${back}`;
}

/** Up to a number of them, then how many more. */
const listed = (units, most = 30) =>
  units.slice(0, most).join(', ') + (units.length > most ? ` ${say('units.more', {n: whole(units.length - most)})}` : '');
