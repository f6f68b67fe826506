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
  const theme = read("parcours.theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  const language = read("parcours.language") ?? navigator.language;
  root.lang = language.startsWith("fr") ? "fr" : "en";
})();
