/* theme.js: what the site's scripts share, and the theme. It runs before anything is shown, so that a
 * dark page never flashes light.
 *
 *     descent.remembered(key), descent.remember(key, value)    what outlives the page; value null: forget
 *     descent.theme(), descent.setTheme("system" | "light" | "dark")
 *     descent.color("adam")     a color of colors.css as it is now, for what is drawn on a canvas
 *
 * The document gets an event "descent:theme" when the colors change, by the reader or by the system. */
"use strict";

window.descent = (() => {
  const root = document.documentElement;
  const themes = ["system", "light", "dark"];

  /* Storage may be forbidden, as to pages from a folder in some browsers. */
  function remembered(key) {
    try { return localStorage.getItem("descent." + key); } catch { return null; }
  }
  function remember(key, value) {
    try {
      if (value === null) localStorage.removeItem("descent." + key);
      else localStorage.setItem("descent." + key, value);
    } catch { /* Then it is forgotten. */ }
  }

  function theme() {
    const chosen = remembered("theme");
    return themes.includes(chosen) ? chosen : "system";
  }
  function show() {
    if (theme() === "system") delete root.dataset.theme;
    else root.dataset.theme = theme();
    document.dispatchEvent(new CustomEvent("descent:theme"));
  }
  function setTheme(name) {
    remember("theme", name === "system" ? null : name);
    show();
  }

  function color(name) {
    const probe = document.createElement("i");
    probe.style.color = `var(--${name})`;
    document.body.append(probe);
    const value = getComputedStyle(probe).color;
    probe.remove();
    return value;
  }

  show();
  window.addEventListener("storage", show);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
  return { remembered, remember, theme, setTheme, themes, color };
})();
