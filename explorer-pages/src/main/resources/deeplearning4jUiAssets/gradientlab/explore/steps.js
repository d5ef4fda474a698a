const TOGETHER_MILLISECONDS = 1500;

/** What was chosen, step by step, to be undone and done again. */
export class Steps {
  constructor(first, clock = () => performance.now()) {
    this.all = [first];
    this.at = 0;
    this.clock = clock;
    this.last = {name: '', time: -Infinity};
  }

  /** A further step; one of the same name soon after takes the place of the one before. What was undone is forgotten. */
  add(step, name = '') {
    const time = this.clock();
    const goesOn = name !== '' && name === this.last.name && time - this.last.time < TOGETHER_MILLISECONDS && this.at > 0;
    this.all.length = this.at + 1;
    if (goesOn) this.all[this.at] = step;
    else this.at = this.all.push(step) - 1;
    this.last = {name, time};
  }

  can(by) {
    return this.at + by in this.all;
  }

  /** Goes some steps back (below 0) or on; returns what was chosen there, or null where there is none. */
  travel(by) {
    if (!this.can(by)) return null;
    this.at += by;
    this.last = {name: '', time: -Infinity};
    return this.all[this.at];
  }
}
