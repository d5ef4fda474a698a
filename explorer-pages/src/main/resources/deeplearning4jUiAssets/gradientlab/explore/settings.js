/**
 * The settings of a net: values by the names of the server's controls, as texts. A setting that is left out has its
 * standard value.
 *
 * @typedef {Object<string, string>} Settings
 * @typedef {Object} Control as of /explore/api/controls
 */

const PIN = 'pin';
const PINNED = `${PIN}.`;

/** @returns {Settings} of every control its standard value */
export const standards = controls => Object.fromEntries(controls.map(control => [control.name, control.standard]));

/** Whether a control means something: each of the others that it depends on has one of the values listed. */
export const applies = (control, settings) =>
  Object.entries(control.when ?? {}).every(([name, values]) => values.includes(settings[name]));

/** @returns {Settings} those that mean something and differ from the standard: what is asked of the server, and sent */
export function essential(controls, settings) {
  const all = {...standards(controls), ...settings};
  const chosen = controls.filter(control => applies(control, all) && all[control.name] !== control.standard);
  return Object.fromEntries(chosen.map(({name}) => [name, all[name]]));
}

/** Whether two settings are the same net. */
export const same = (controls, a, b) => query(controls, a) === query(controls, b);

/** Settings as URL-encoded parameters: the same text for the same net. */
export const query = (controls, settings) => new URLSearchParams(essential(controls, settings)).toString();

/**
 * What an address's hash says: `#depth=30&pin=&pin.depth=10&view=map&layer=3`.
 * @returns {{settings: Settings, pinned: Settings|null, view: string, layer: number, unknown: string[]}}
 */
export function readAddress(controls, hash) {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''));
  const result = {
    settings: standards(controls),
    pinned: parameters.has(PIN) ? standards(controls) : null,
    view: parameters.get('view') ?? '',
    layer: Math.max(1, Math.trunc(Number(parameters.get('layer'))) || 1),
    unknown: [],
  };
  for (const [name, value] of parameters) {
    const pinned = name.startsWith(PINNED);
    const setting = pinned ? name.slice(PINNED.length) : name;
    if ([PIN, 'view', 'layer'].includes(name)) continue;
    if (!controls.some(control => control.name === setting)) result.unknown.push(name);
    else if (!pinned) result.settings[setting] = value;
    else (result.pinned ??= standards(controls))[setting] = value;
  }
  return result;
}

/** The hash that {@link readAddress} reads. */
export function writeAddress(controls, {settings, pinned, view, layer}) {
  const parameters = new URLSearchParams(essential(controls, settings));
  if (pinned) parameters.set(PIN, '');
  if (pinned) Object.entries(essential(controls, pinned)).forEach(([name, value]) => parameters.set(PINNED + name, value));
  if (view) parameters.set('view', view);
  if (layer > 1) parameters.set('layer', layer);
  return `#${parameters}`;
}
