import {say, WORDS} from './words.js';

/** What a finding is in the verdict, in words: a cause, a consequence of the causes, or a hint. */
export function severityName(severity) {
  return `severity.${severity}` in WORDS.en ? say(`severity.${severity}`) : severity;
}
