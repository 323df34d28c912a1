/* search.js: finds in the documents of search-index.js. esbuild bundles it with MiniSearch.
 *
 * A document is {id, kind, href, title, text}; id is its place in the list. */
import MiniSearch from "minisearch";

/* Polyak–Łojasiewicz is found by what a keyboard has. Most words need no more than small letters. */
function plain(term) {
  const small = term.toLowerCase();
  return /[^\0-~]/.test(small) ? small.replaceAll("ł", "l").normalize("NFD").replace(/[\u0300-\u036f]/g, "") : small;
}

/* Words; of adam_step also its parts. */
function words(text) {
  const found = text.match(/[\p{L}\p{N}_]+(?:\.\p{N}+)*/gu) ?? [];
  return found.flatMap((word) => (/[^_]_[^_]/.test(word) ? [word, ...word.split("_").filter(Boolean)] : [word]));
}

const documents = descent.documents;
const index = new MiniSearch({
  fields: ["title", "text"], tokenize: words, processTerm: plain,
  searchOptions: {
    boost: { title: 3 }, combineWith: "AND", prefix: (term) => term.length > 1, // "e" is Euler's number, not half of the book
    fuzzy: (term) => (term.length > 3 && !/^\d/.test(term) ? 0.2 : false),
    boostDocument: (id) => (documents[id].kind === "api" ? 0.6 : 1),
  },
});
documents.forEach((document, id) => index.add({ id, ...document }));

/* The words of a text that a result matched, one by one: who needs the first looks no further. */
function* matches(text, terms) {
  for (const match of text.matchAll(/[\p{L}\p{N}_.]+/gu)) {
    if (words(match[0]).some((word) => terms.has(plain(word)))) yield match;
  }
}

/* The text in pieces, split at the words that a result matched. */
function pieces(text, terms) {
  const result = [];
  let last = 0;
  for (const match of matches(text, terms)) {
    result.push({ text: text.slice(last, match.index) }, { text: match[0], found: true });
    last = match.index + match[0].length;
  }
  return [...result, { text: text.slice(last) }];
}

/* Some words around the first that matched. */
function context(text, terms) {
  const lead = matches(text, terms).next().value?.index ?? 0;
  const from = lead > 60 ? text.indexOf(" ", lead - 60) + 1 : 0;
  const cut = text.slice(from, from + 200).replace(/\s\S*$/, from + 200 < text.length ? " …" : "$&");
  return pieces((from > 0 ? "… " : "") + cut, terms);
}

descent.search = (query, limit = 30) => index.search(query).slice(0, limit).map((found) => {
  const { kind, href, title, text } = documents[found.id];
  const terms = new Set(found.terms);
  return { kind, href, title: pieces(title, terms), context: context(text, terms) };
});
