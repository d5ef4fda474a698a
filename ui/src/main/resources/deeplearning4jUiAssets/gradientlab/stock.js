/** What the stock pages of DL4J's training UI have chosen, and telling them. */

/** The stock pages' session, or null where it cannot be told. */
export async function currentSession() {
  try {
    const response = await fetch('/train/sessions/current');
    const text = (await response.text()).trim();
    return response.ok && text !== '' ? unquoted(text) : null;
  } catch {
    return null;
  }
}

/** Lets the stock pages show the same session; a server that keeps no such choice is no failure of ours. */
export function tellSession(id) {
  fetch(`/train/sessions/set/${encodeURIComponent(id)}`).catch(() => {});
}

function unquoted(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === 'string' ? value : text;
  } catch {
    return text;
  }
}
