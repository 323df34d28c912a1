/* dialogs.js: the buttons of the page's head, and the two dialogs that they open. Without scripts there
 * are none. */
{
  const tools = document.querySelector(".tools");

  /* An element with attributes and children. */
  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }

  function button(label, shown, run) {
    const made = make("button", { type: "button", "aria-label": label, title: label }, shown);
    made.addEventListener("click", run);
    tools.append(made);
    return made;
  }

  /* A dialog with a heading. It closes by Esc, by its button, and by a click beside it. */
  function dialog(id, title, ...content) {
    const close = make("button", { type: "button", class: "close", "aria-label": "Close" }, "×");
    const box = make("dialog", { id, "aria-labelledby": id + "-title" },
      make("div", { class: "dialog-head" }, make("h2", { id: id + "-title" }, title), close), ...content);
    close.addEventListener("click", () => box.close());
    box.addEventListener("click", (event) => event.target === box && box.close());
    document.body.append(box);
    return box;
  }

  /* The theme: each press is the next of the three. */
  const shown = { system: "◐", light: "☀", dark: "☾" };
  const said = { system: "Theme: as the system", light: "Theme: light", dark: "Theme: dark" };
  function nextTheme() {
    const i = descent.themes.indexOf(descent.theme());
    descent.setTheme(descent.themes[(i + 1) % descent.themes.length]);
  }
  function showTheme() {
    const name = descent.theme();
    theme.textContent = shown[name];
    theme.title = said[name];
    theme.setAttribute("aria-label", said[name]);
  }

  /* Help: what the keys do. Other scripts add lines by descent.help(key, text). */
  const keys = make("dl", { class: "keys" });
  function help(key, text) {
    keys.append(make("div", {}, make("dt", {}, make("kbd", {}, key)), make("dd", {}, text)));
  }
  const letters = make("input", { type: "checkbox", id: "letters" });
  letters.checked = descent.remembered("keys") !== "off";
  letters.addEventListener("change", () => descent.remember("keys", letters.checked ? null : "off"));
  const helpBox = dialog("help", "Keys", keys,
    make("p", {}, letters, make("label", { for: "letters" }, " These keys work (Esc always does)")));

  const searchButton = button("Search (key /)", "Search", () => descent.openSearch());
  const theme = button("", "", nextTheme);
  button("Help: keys (key ?)", "?", () => helpBox.showModal());
  searchButton.className = "search-button";
  document.addEventListener("descent:theme", showTheme);
  showTheme();
  tools.hidden = false;

  Object.assign(descent, { make, dialog, help, openHelp: () => helpBox.showModal() });
}
