-- citations.lua: checks that every cited work is in references.bib, and opens the list of
-- references that citeproc fills.

package.path = "docs/lib/?.lua;" .. package.path
local chapter, report = require "chapter", require "report"

function Pandoc(doc)
  local here = chapter.of(doc)
  local known, cited = {}, false
  for _, reference in ipairs(pandoc.utils.references(doc)) do known[reference.id] = true end
  doc:walk { Cite = function(cite)
    for _, citation in ipairs(cite.citations) do
      cited = true
      if not known[citation.id] then
        report.error(here.text, report.line_of(here.text, "@" .. citation.id),
          "no entry " .. citation.id .. " in docs/references.bib: add it or correct the key")
      end
    end
  end }
  report.finish()
  if cited then
    doc.blocks:insert(pandoc.Header(2, "References", pandoc.Attr("references", { "unnumbered" })))
    doc.blocks:insert(pandoc.Div({}, pandoc.Attr("refs")))
  end
  return doc
end
