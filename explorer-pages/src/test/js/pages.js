import {existsSync} from 'node:fs';
import {register} from 'node:module';
import {fileURLToPath} from 'node:url';

/** Lets Node find what the browser finds under /assets/gradientlab: the files of this module and those of `pages`. */

const OURS = '/explorer-pages/src/main/resources/';

export function resolve(specifier, context, next) {
  const from = context.parentURL ?? '';
  if (!specifier.startsWith('.') || !from.includes(OURS)) return next(specifier, context);
  const url = new URL(specifier, from).href;
  return next(existsSync(fileURLToPath(url)) ? url : url.replace(OURS, '/pages/src/main/resources/'), context);
}

if (!import.meta.url.includes('?hooks')) register(`${import.meta.url}?hooks`);
