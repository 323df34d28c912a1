-- epub.lua: makes the whole book of its preface, docs/book.md, for the EPUB.
--
-- Reads the chapters, which html.lua and refs.lua have given their form, in the order of the metadata
-- "chapters". Their lists of references get identifiers of their own, because all is one document.

package.path = "docs/lib/?.lua;" .. package.path
local files = require "files"

local function as_blocks(value)
  if pandoc.utils.type(value) == "Blocks" then return value end
  return { pandoc.Para(value) }
end

-- Identifiers that more than one chapter has.
local function tell_apart(doc, stem)
  local function own(id) return (id:find("^ref%-") or id:find("^refs$") or id == "references") and stem .. "-" .. id end
  local function rename(element)
    element.identifier = own(element.identifier) or element.identifier
    return element
  end
  return doc:walk {
    Div = rename, Span = rename, Header = rename,
    Link = function(link)
      local id = own(link.target:match("^#(.*)$") or "")
      if id then link.target = "#" .. id end
      return link
    end,
  }
end

local function chapter(parts, stem)
  local doc = tell_apart(pandoc.read(files.read(parts .. "/" .. stem .. "/epub.json"), "json"), stem)
  local number = tostring(tonumber(stem:match("^%d+")))
  local title = pandoc.Inlines { pandoc.Span({ pandoc.Str(number) }, pandoc.Attr("", { "number" })), pandoc.Space() }
  title:extend(doc.meta.title)
  local blocks = pandoc.Blocks { pandoc.Header(1, title, pandoc.Attr("ch:" .. stem:gsub("^%d+%-", ""))) }
  blocks:insert(pandoc.Div(as_blocks(doc.meta.abstract), pandoc.Attr("", { "abstract" })))
  blocks:extend(doc.blocks)
  return blocks
end

function Pandoc(doc)
  local function value(key) return pandoc.utils.stringify(doc.meta[key]) end
  doc.blocks:insert(1, pandoc.Header(1, "About this book", pandoc.Attr("about")))
  for stem in value("chapters"):gmatch("%S+") do doc.blocks:extend(chapter(value("parts"), stem)) end
  doc.meta.identifier = "urn:descent:" .. value("edition")
  doc.meta.lang = "en"
  doc.meta.rights = "Text and figures CC BY 4.0, code MIT"
  return doc
end
