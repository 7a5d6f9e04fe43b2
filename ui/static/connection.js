// Streamlit's own words for a lost connection are English and suspect the internet. ui/connection.py says what stands
// there instead; the words of the page opened last count.
(words) => {
  const known = window.kiWerkstattVerbindung;
  window.kiWerkstattVerbindung = words;
  if (known) return;
  new MutationObserver(() => {
    const title = document.querySelector('[role="dialog"] > h2[slot="title"]');
    if (!title || title.textContent !== "Connection error") return;
    const here = window.kiWerkstattVerbindung;
    title.textContent = here.title;
    title.nextElementSibling.textContent = here.text;
    title.previousElementSibling?.setAttribute("aria-label", here.close);
  }).observe(document.body, { childList: true, subtree: true });
}
