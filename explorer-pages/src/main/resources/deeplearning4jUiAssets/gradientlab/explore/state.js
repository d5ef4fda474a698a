import {Observable} from '../observable.js';
import {oneInFlight} from './newest.js';
import {readAddress, same, standards, writeAddress} from './settings.js';
import {Steps} from './steps.js';

/**
 * What is chosen and what is known of it: net B, which the controls set, and net A, which is pinned. The choice lives in
 * the address; whoever shows something of it subscribes.
 */

const NEWER = 409;
const TRY_AFTER_MILLISECONDS = 300;
/** Browsers refuse to have the address changed at the pace of a slider. */
const WRITE_AFTER_MILLISECONDS = 150;

export class ExploreState extends Observable {
  /**
   * @param {import('./explorerapi.js').ExplorerApi} api
   * @param {Object} served the answer of /explore/api/controls
   */
  constructor(api, served) {
    super();
    Object.assign(this, {api, served, controls: served.controls});
    /** the picture of B and the settings that it is of; null before the first */
    this.picture = null;
    this.pictured = null;
    /** the settings that were asked about last: their picture, or a sentence, is there or will come; null to ask anew */
    this.asked = null;
    this.pinnedPicture = null;
    /** what went wrong with the newest question about B, and about A: a sentence each, or '' */
    this.problem = '';
    this.pinnedProblem = '';
    /** how the training stands that the page has begun; null without one */
    this.training = null;
    /** whether the charts show the nets as trained */
    this.now = false;
    this.ask = oneInFlight(
      question => api.picture(question.settings, 'B', question.tried),
      (picture, question) => this.take(picture, question),
      (error, question) => this.fail(error, question),
    );
    this.askPinned = oneInFlight(
      asked => api.picture(asked, 'A'),
      (picture, asked) => this.takePinned({pinnedPicture: {...picture, of: asked}}, asked),
      (error, asked) => this.takePinned({pinnedProblem: error.message}, asked),
    );
    this.read();
    this.steps = new Steps({settings: this.settings, pinned: this.pinned});
  }

  /** Asks anew, in the reader's language, for what the server says. */
  async speak() {
    this.served = await this.api.controls();
    this.controls = this.served.controls;
    Object.assign(this, {asked: null, askedPinned: null, pinnedPicture: null});
    this.refresh();
  }

  /** Takes over the address. */
  read() {
    Object.assign(this, readAddress(this.controls, location.hash));
    this.steps?.add({settings: this.settings, pinned: this.pinned});
    this.refresh();
  }

  /** Asks for what the settings have made necessary, and writes the address. */
  refresh() {
    clearTimeout(this.writing);
    this.writing = setTimeout(() => this.writeAddress(), WRITE_AFTER_MILLISECONDS);
    if (!this.asked || !same(this.controls, this.asked, this.settings)) {
      clearTimeout(this.timer);
      this.asked = this.settings;
      this.ask({settings: this.settings, tried: false});
    }
    this.refreshPinned();
    this.changed();
  }

  writeAddress() {
    const hash = writeAddress(this.controls, this);
    if (location.hash !== hash && `#${location.hash}` !== hash) history.replaceState(null, '', hash);
  }

  refreshPinned() {
    const asked = this.pinned;
    if (asked === this.askedPinned) return;
    this.askedPinned = asked;
    this.pinnedProblem = '';
    if (this.pinnedPicture?.of === asked) return;
    this.pinnedPicture = null;
    if (asked !== null) this.askPinned(asked);
  }

  takePinned(what, asked) {
    if (this.pinned !== asked) return;
    Object.assign(this, what);
    this.changed();
  }

  take(picture, {settings, tried}) {
    if (tried) {
      if (this.picture && same(this.controls, settings, this.pictured))
        this.picture = {...this.picture, findings: picture.findings};
      return this.changed();
    }
    this.problem = '';
    this.picture = picture;
    this.pictured = settings;
    clearTimeout(this.timer);
    if (same(this.controls, settings, this.settings) && picture.findings.some(finding => finding.apply))
      this.timer = setTimeout(() => this.ask({settings, tried: true}), TRY_AFTER_MILLISECONDS);
    this.changed();
  }

  fail(error, {settings, tried}) {
    if (tried || error.status === NEWER || !same(this.controls, settings, this.settings)) return;
    if (!error.status) this.asked = null;
    this.problem = error.message;
    this.changed();
  }

  /** Whether the picture is that of the settings. */
  get upToDate() {
    return this.pictured !== null && same(this.controls, this.pictured, this.settings);
  }

  /** Sets some controls; changes of the same control in quick succession are undone as one. */
  change(settings, name = '') {
    this.go({settings: {...this.settings, ...settings}}, name);
  }

  /** Every control standard but these; another net may be pinned at the same time. */
  replace(settings, pinned = this.pinned) {
    this.go({settings: {...standards(this.controls), ...settings}, pinned});
  }

  /** Keeps the net that is shown as A. */
  pin() {
    const pinned = {...this.settings};
    if (this.upToDate) this.pinnedPicture = {...this.picture, of: pinned};
    this.go({pinned});
  }

  unpin() {
    this.go({pinned: null});
  }

  /** A becomes B and B becomes A. */
  swap() {
    const [pinned, settings] = [{...this.settings}, {...this.pinned}];
    const [picture, pinnedPicture] = [this.pinnedPicture, this.picture];
    if (picture && this.upToDate) {
      Object.assign(this, {picture, pictured: settings, asked: settings, pinnedPicture: {...pinnedPicture, of: pinned}});
    }
    this.go({settings, pinned});
  }

  go(changes, name = '') {
    Object.assign(this, changes, {now: false});
    this.steps.add({settings: this.settings, pinned: this.pinned}, name);
    this.refresh();
  }

  /** Undoes or does again a change. */
  travel(by) {
    const step = this.steps.travel(by);
    if (step) Object.assign(this, step, {now: false});
    this.refresh();
  }

  /** Chooses what is looked at: `view`, `layer`, `now`. */
  look(changes) {
    Object.assign(this, changes);
    this.refresh();
  }

  /** The layers that the charts show: fresh, or as they are now in training. @returns {{b: Object, a: Object|null}|null} */
  get shown() {
    const nets = this.training?.nets ?? [];
    if (this.now && nets.length) return {b: nets.at(-1), a: nets.length > 1 ? nets[0] : null};
    return this.picture && {b: this.picture, a: this.pinnedPicture};
  }
}
