/* find.js: the dialog of the search. What finds, search.js, and what is found, search-index.js, are
 * loaded when it is first opened. */
{
  const { make } = descent;
  const kinds = { section: "Section", figure: "Figure", table: "Table", listing: "Listing", equation: "Equation",
    exercise: "Exercise", question: "Question", api: "API", guide: "Guide" };
  const root = document.currentScript.src.replace(/[^/]*$/, "");
  let box, field, list, status, loaded;

  function load(name) {
    return new Promise((done, fail) => {
      const script = make("script", { src: root + name });
      script.addEventListener("load", done);
      script.addEventListener("error", () => fail(new Error(name)));
      document.head.append(script);
    });
  }
  const loadAll = () => { loaded ??= load("search-index.js").then(() => load("search.js")); return loaded; };

  /* The text in pieces, those found marked. */
  function marked(pieces) {
    return pieces.map((piece) => (piece.found ? make("mark", {}, piece.text) : piece.text));
  }
  function item(result) {
    const link = make("a", { href: root + result.href },
      make("span", { class: "kind" }, kinds[result.kind]), " ",
      make("span", { class: "title" }, ...marked(result.title)),
      make("span", { class: "context" }, ...marked(result.context)));
    link.addEventListener("click", () => box.close());
    return make("li", {}, link);
  }

  function show(results) {
    list.replaceChildren(...results.map(item));
    const n = results.length;
    status.textContent = !field.value.trim() ? "" : n === 0 ? "Nothing found." : n === 1 ? "1 result" : `${n} results`;
  }
  async function find() {
    try {
      await loadAll();
      show(descent.search(field.value));
    } catch (error) {
      status.textContent = descent.noSearch ?? "The search could not be loaded: " + error.message;
    }
  }

  /* Arrows go from the field through the results, and back. */
  function move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const stops = [field, ...list.querySelectorAll("a")];
    stops[stops.indexOf(document.activeElement) + step]?.focus();
    event.preventDefault();
  }
  function first(event) {
    event.preventDefault();
    list.querySelector("a")?.click();
  }

  function build() {
    // Of type "search" it would keep the first Esc to itself.
    field = make("input", { type: "text", id: "query", inputmode: "search", autocomplete: "off", spellcheck: "false" });
    list = make("ol", { class: "results" });
    status = make("p", { role: "status" });
    const form = make("form", { role: "search" }, make("label", { for: "query" }, "What to look for"), field);
    box = descent.dialog("search", "Search", form, status, list);
    field.addEventListener("input", find);
    form.addEventListener("submit", first);
    box.addEventListener("keydown", move);
  }

  descent.openSearch = () => {
    if (!box) build();
    box.showModal();
    field.select();
    return find();
  };
}
