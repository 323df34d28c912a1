/* place.js: remembers where the reader is, and offers to go on there on the contents page. */
{
  const sections = [...document.querySelectorAll("main section[id]")];
  const offer = document.querySelector(".continue");

  /* The last section that has begun above the middle of the window. */
  function here() {
    return sections.filter((section) => section.getBoundingClientRect().top < innerHeight / 2).at(-1);
  }

  function keep() {
    const section = here(), heading = (section ?? document).querySelector("h1, h2, h3").textContent.trim();
    const page = location.pathname.split("/").at(-1);
    const chapter = document.querySelector(".kicker").textContent.trim();
    const place = { href: section ? `${page}#${section.id}` : page, text: `${chapter}: ${heading}` };
    descent.remember("place", JSON.stringify(place));
  }

  function show() {
    let place;
    try { place = JSON.parse(descent.remembered("place")); } catch { /* It was not ours. */ }
    if (!/^[\w-]+\.html(#\S*)?$/.test(place?.href ?? "")) return;
    offer.append("Continue reading: ", descent.make("a", { href: place.href }, String(place.text)));
    offer.hidden = false;
  }

  if (offer) show();
  if (document.querySelector(".kicker")) {
    let soon;
    addEventListener("scroll", () => { clearTimeout(soon); soon = setTimeout(keep, 300); }, { passive: true });
    addEventListener("pagehide", keep);
    keep();
  }
}
