import {button} from '../controls.js';
import {el, show} from '../dom.js';
import {whole} from '../numbers.js';
import {deltaText, lossText} from './headline.js';
import {say} from './words.js';

/** What is wrong with the net that is shown, in large type, and what would change it. */

/**
 * @param {import('./state.js').ExploreState} state
 * @returns {{element: HTMLElement, below: HTMLElement, update: () => void}} `below` stands under the charts: what they are of
 */
export function verdictPanel(state) {
  const verdict = el('p', {id: 'verdict', class: 'ex-verdict', 'aria-live': 'polite', tabindex: -1});
  const remedy = el('p', {class: 'ex-remedy'});
  const delta = el('p', {class: 'ex-headline'});
  const [facts, theory] = [el('span'), el('span', {class: 'ex-theory'})];
  const problem = el('p', {class: 'gl-banner', role: 'alert', hidden: true});
  const element = el('section', {class: 'ex-summary', 'aria-label': say('verdict.label')}, problem, delta, verdict, remedy);
  const below = el('p', {class: 'ex-facts'}, facts, ' ', theory);
  let applied = '';
  const update = () => {
    const problems = [state.problem, state.pinnedProblem && say('compare.problem', {problem: state.pinnedProblem})].filter(
      Boolean,
    );
    write(problem, problems.join(' '));
    problem.hidden = problems.length === 0;
    const {picture} = state;
    if (!picture) return;
    element.classList.toggle('waiting', !state.upToDate);
    element.dataset.kind = kindOf(picture.findings);
    write(verdict, state.now ? say('verdict.fresh', {verdict: picture.verdict}) : picture.verdict);
    write(delta, deltaText(state.shown.b.layers));
    write(facts, factsOf(state));
    write(theory, state.now ? '' : theoryOf(picture.theory));
    const apply = remedyOf(picture.findings);
    const now = JSON.stringify(apply);
    if (now !== applied) show(remedy, apply ? applyButton(apply, state) : null);
    applied = now;
  };
  return {element, below, update};
}

/** A fault, something worth knowing, or neither. */
function kindOf(findings) {
  if (findings.some(finding => finding.severity === 'FAULT')) return 'fault';
  return findings.length > 0 ? 'hint' : 'fine';
}

/** Of a training: the step; otherwise the first loss and the size of the net. */
function factsOf({picture, now, training}) {
  if (now && training) return say('facts.trained', {step: whole(training.nets.at(-1).lookedAt)});
  return [
    lossText(picture.loss, picture.chanceLoss),
    say('facts.net', {title: picture.title, parameters: whole(picture.parameters), examples: whole(picture.examples)}),
  ].join(' ');
}

/** What theory says of the net, and what it cannot say. */
function theoryOf({says, why}) {
  const text = [says, why].filter(Boolean).join(' ');
  return text && say('facts.theory', {text});
}

/** What the first finding with a remedy that settings can apply would change; faults come first. */
export const remedyOf = findings => findings.find(finding => finding.apply)?.apply ?? null;

/** A button that sets the controls as a remedy says; the verdict is read next, as the button may be gone. */
export function applyButton(apply, state) {
  const use = () => {
    state.change(apply.settings);
    document.getElementById('verdict').focus({preventScroll: true});
  };
  return button(say('findings.apply', {text: apply.text}), use, {class: 'gl-button ex-apply'});
}

function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
