/* keys.js: the keyboard. What is typed into a field, or scrolls what has the focus, is left alone. */
{
  const busy = "input, textarea, select, [contenteditable], dialog, [tabindex], [role=slider], [role=application]";

  const turn = (rel) => {
    const link = document.querySelector(`link[rel=${rel}]`);
    if (link) location.href = link.href;
    return Boolean(link);
  };
  const leaveMenu = () => {
    if (location.hash !== "#book") return false;
    location.hash = "#text";
    return true;
  };
  const actions = {
    "/": () => descent.openSearch(),
    "?": () => descent.openHelp(),
    ArrowLeft: () => turn("prev"),
    ArrowRight: () => turn("next"),
    Escape: leaveMenu,
  };

  descent.help("/", "search");
  descent.help("←", "the previous chapter");
  descent.help("→", "the next chapter");
  descent.help("?", "this help");
  descent.help("Esc", "closes what is open");

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    if (!Object.hasOwn(actions, event.key)) return;
    if (event.target.closest?.(busy) || document.querySelector("dialog[open]")) return;
    if (event.key !== "Escape" && descent.remembered("keys") === "off") return;
    if (actions[event.key]() !== false) event.preventDefault();
  });
}
