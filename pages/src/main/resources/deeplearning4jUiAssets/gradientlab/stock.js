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

/** Lets the stock pages show the same session, if it has reports for them. */
export async function tellSession(id) {
  try {
    const reported = await (await fetch('/train/sessions/info')).json();
    if (Object.hasOwn(reported, id)) await fetch(`/train/sessions/set/${encodeURIComponent(id)}`);
  } catch {
    // The stock pages go on showing what they show.
  }
}

function unquoted(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === 'string' ? value : text;
  } catch {
    return text;
  }
}
