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
})();
