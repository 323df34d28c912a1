/* copy.js: a button on each listing that copies its code. */
{
  /* A page from a plain http server has no clipboard but by the old way. */
  async function copy(text) {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    const area = descent.make("textarea", {}, text);
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }

  async function run(button, text) {
    try {
      await copy(text);
      button.textContent = "Copied";
    } catch {
      button.textContent = "Not copied";
    }
    setTimeout(() => { button.textContent = "Copy"; }, 1500);
  }

  for (const code of document.querySelectorAll("main div.sourceCode, main pre:not(div.sourceCode > pre)")) {
    const button = descent.make("button", { type: "button", class: "copy", "aria-live": "polite" }, "Copy");
    button.addEventListener("click", () => run(button, code.textContent.replace(/\n*$/, "\n")));
    const box = descent.make("div", { class: "copied" });
    code.replaceWith(box);
    box.append(code, button);
  }
}
