/** Something that others follow. */
export class Observable {
  constructor() {
    this.listeners = new Set();
    this.pending = false;
  }

  /** Calls back, once per turn of the event loop, after something changed. Returns how to stop it. */
  subscribe(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  changed() {
    if (this.pending) return;
    this.pending = true;
    queueMicrotask(() => {
      this.pending = false;
      this.listeners.forEach(listener => listener());
    });
  }
}
