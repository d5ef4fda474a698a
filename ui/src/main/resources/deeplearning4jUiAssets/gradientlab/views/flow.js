import {iterationControl} from '../controls.js';
export const view = {title: 'Flow', mount(container, store) { const c = iterationControl(store); container.append(c.element); return {update: c.update, destroy() {}}; }};
