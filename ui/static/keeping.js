// What a tab keeps of its drafts. Read into pages by ui/keeping.py, which says when each of these is called.
const NAME = "ki-werkstatt";
const CHANNEL = "ki-werkstatt-abmeldung";

const read = () => {
  try { return JSON.parse(sessionStorage.getItem(NAME)) || {}; } catch { return {}; }
};
const write = (kept) => {
  try { sessionStorage.setItem(NAME, JSON.stringify(kept)); } catch { /* full or forbidden: the session still has it */ }
};
const drop = () => {
  try { sessionStorage.removeItem(NAME); } catch { /* nothing was kept then */ }
};
const own = (owner) => {
  const kept = read();
  if (kept.owner === owner) return kept;
  drop();
  return { owner, texts: {} };
};

function vergessen() {
  drop();
  try { new BroadcastChannel(CHANNEL).postMessage("abgemeldet"); } catch { /* other tabs forget when they are closed */ }
}

// Fills the hidden field the way a person would: type, then leave it. The page takes the field away when it has been
// heard; until then it is filled again, since a page that is still being built can lose what is typed into it.
function zurueckgeben(owner, key) {
  const answer = JSON.stringify(own(owner));
  const value = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value");
  let looks = 0;
  let filled = 0;
  const fill = () => {
    const field = document.querySelector(`.st-key-${key} textarea`);
    if (!field) {
      if (!filled && looks++ < 400) setTimeout(fill, 25);
      return;
    }
    value.set.call(field, answer + " ".repeat(filled % 2));
    field.dispatchEvent(new Event("input", { bubbles: true }));
    setTimeout(() => field.dispatchEvent(new FocusEvent("focusout", { bubbles: true })), 0);
    if (filled++ < 40) setTimeout(fill, 1000);
  };
  fill();
}

function halten(owner, fields, enclosures) {
  const kept = own(owner);
  Object.assign(kept.texts, enclosures);
  write(kept);
  const known = window.kiWerkstatt;
  window.kiWerkstatt = { owner, fields };
  if (known) return;
  document.addEventListener("input", (event) => {
    const here = window.kiWerkstatt;
    const box = event.target instanceof Element ? event.target.closest('[class*="st-key-"]') : null;
    const name = box && [...box.classList].find((one) => one in here.fields);
    if (!name) return;
    const now = own(here.owner);
    now.texts[here.fields[name]] = event.target.value;
    write(now);
  }, true);
  document.addEventListener("submit", (event) => {
    if (event.target.action?.endsWith("/api/v1/session/logout")) vergessen();
  }, true);
  try { new BroadcastChannel(CHANNEL).onmessage = drop; } catch { /* as above */ }
}
