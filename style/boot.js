// Runs before the first paint, so that the page never flashes in the other theme
// or says the wrong language. The app sets the same two attributes later.
(() => {
  const read = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const root = document.documentElement;
  const chosen = read("parcours.theme");
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  root.dataset.theme = chosen === "light" || chosen === "dark" ? chosen : system;
  const language = read("parcours.lang") ?? navigator.language;
  root.lang = language.startsWith("fr") ? "fr" : "en";
  // What only this language or this address needs is fetched beside what all do.
  const measured = location.search === "?bench" ? "bench" : "";
  for (const link of document.querySelectorAll("link[data-when]")) {
    if ([root.lang, measured].includes(link.dataset.when)) link.rel = "preload";
  }
})();
