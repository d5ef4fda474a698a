import {el, message, show} from '../dom.js';
import {severityName} from '../severity.js';
import {applyButton} from './verdict.js';
import {say} from './words.js';

/** The findings of the fresh net: causes first, each with its evidence, its remedy, what trying it showed, and a button. */
export function findingsPanel(state) {
  const list = el('ol', {class: 'finding-list'});
  let drawn = '';
  const update = () => {
    const findings = state.picture?.findings ?? [];
    const now = JSON.stringify(findings);
    if (now === drawn) return;
    drawn = now;
    show(list, findings.length ? findings.map(one => card(one, state)) : el('li', {}, message(say('findings.none'))));
  };
  return {element: el('div', {}, list), update};
}

function card(finding, state) {
  const parts = ['cause', 'evidence', 'remedy', 'tried', 'source'].filter(part => finding[part]);
  return el(
    'li',
    {},
    el(
      'article',
      {class: `finding ${finding.severity.toLowerCase().replace('_', '-')}`},
      el('h3', {}, el('span', {class: 'finding-severity', text: severityName(finding.severity)}), ` ${finding.title}`),
      el('p', {
        class: 'finding-place',
        text: finding.layer === '' ? say('findings.network') : say('layer.named', {layer: finding.layer}),
      }),
      el(
        'dl',
        {},
        parts.flatMap(part => [el('dt', {text: say(`findings.${part}`)}), el('dd', {text: finding[part]})]),
      ),
      finding.apply ? applyButton(finding.apply, state) : null,
    ),
  );
}
