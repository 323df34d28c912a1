-- sidebar.lua: the list of the whole book that stands beside each page: its chapters, of the open one
-- the sections and exercises, and the other pages.

local labels, mathml = require "labels", require "mathml"

local sidebar = {}

local root, open            -- where the pages are; the page's own name

local function escape(text)
  return (text:gsub("[&<>]", { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;" }))
end

-- Words as HTML, without links and notes in them.
local function html_of(inlines)
  local plain = pandoc.Plain(inlines):walk {
    Link = function(link) return link.content end,
    Note = function() return {} end,
    Math = function(math) return pandoc.RawInline("html", mathml.of(math) or escape(math.text)) end,
  }
  return (pandoc.write(pandoc.Pandoc { plain }, "html"):gsub("\n", " "))
end

local function link(href, number, html)
  local here = href == open and ' aria-current="page"' or ""
  local before = number and '<span class="number">' .. number .. "</span> " or ""
  return string.format('<a href="%s"%s>%s%s</a>', href:find("^#") and href or root .. href, here, before, html)
end

local function list(items)
  return #items > 0 and "<ul>\n" .. table.concat(items, "\n") .. "\n</ul>" or ""
end

-- The sections of a page, with their subsections.
local function sections(doc)
  local tops = {}
  for _, block in ipairs(doc.blocks) do
    if block.t == "Header" and (block.level == 2 or block.level == 3) then
      local entry = { text = link("#" .. block.identifier, block.attributes.number, html_of(block.content)), subs = {} }
      if block.level == 2 or #tops == 0 then
        tops[#tops + 1] = entry
      else
        table.insert(tops[#tops].subs, "<li>" .. entry.text .. "</li>")
      end
    end
  end
  local items = {}
  for i, top in ipairs(tops) do items[i] = "<li>" .. top.text .. list(top.subs) .. "</li>" end
  return list(items)
end

local function exercises(doc)
  local items = {}
  doc:walk { Div = function(div)
    if not div.classes:includes("exercise") then return nil end
    local title = pandoc.utils.blocks_to_inlines(pandoc.read(div.attributes.title, "markdown").blocks)
    items[#items + 1] = "<li>" .. link("#" .. div.identifier, div.attributes.number, html_of(title)) .. "</li>"
  end }
  return #items > 0 and "<p>Exercises</p>" .. list(items) or ""
end

local function item(href, number, html, inside)
  return "<li>" .. link(href, number, html) .. (href == open and inside or "") .. "</li>"
end

-- What a handout leaves out: see src/tool/book.c.
local function guide(doc)
  local items, titles = {}, doc.meta["guide-titles"]
  for _, page in ipairs(titles or {}) do
    local name = pandoc.utils.stringify(page.name)
    items[#items + 1] = item("guide/" .. name .. ".html", nil, escape(pandoc.utils.stringify(page.title)), sections(doc))
  end
  local inside = titles and list(items) or ""
  return "<!-- guide --><li>" .. link("guide/index.html", nil, "Teaching") .. inside .. "</li><!-- /guide -->"
end

-- The sidebar of a page: a chapter's stem, or the name of another page without .html.
function sidebar.of(doc, page)
  root = doc.meta.root and pandoc.utils.stringify(doc.meta.root) or ""
  open = page .. ".html"
  local _, chapters = labels.read(pandoc.utils.stringify(doc.meta.labels))
  local items = { item("index.html", nil, "Contents") }
  for _, label in ipairs(chapters) do
    items[#items + 1] = item(label.stem .. ".html", label.number, escape(label.title), sections(doc) .. exercises(doc))
  end
  items[#items + 1] = item("figures.html", nil, "List of figures")
  items[#items + 1] = item("listings.html", nil, "List of listings")
  items[#items + 1] = item("api/index.html", nil, "API")
  items[#items + 1] = item("descent.pdf", nil, "PDF")
  items[#items + 1] = guide(doc)
  return pandoc.MetaBlocks { pandoc.RawBlock("html", list(items)) }
end

return sidebar
