-- contents.lua: adds the list of chapters, with abstracts, sections and exercises, to the contents
-- page.
--
-- Reads the chapters in their order from the metadata "chapters" (stems, separated by spaces).

package.path = "docs/lib/?.lua;" .. package.path
local files, sidebar = require "files", require "sidebar"

-- The sections of a chapter, as links into its page.
local function sections(doc, page)
  local items = {}
  for _, block in ipairs(doc.blocks) do
    if block.t == "Header" and block.level == 2 then
      local number = block.attributes.number
      local text = pandoc.Inlines {}
      if number then
        text:extend { pandoc.Span({ pandoc.Str(number) }, pandoc.Attr("", { "number" })), pandoc.Space() }
      end
      text:extend(block.content)
      items[#items + 1] = { pandoc.Plain { pandoc.Link(text, page .. "#" .. block.identifier) } }
    end
  end
  return pandoc.BulletList(items)
end

-- The exercises of a chapter, as links into its page.
local function exercises(doc, page)
  local items = {}
  doc:walk { Div = function(div)
    if not div.classes:includes("exercise") then return nil end
    local text = pandoc.Inlines { pandoc.Span({ pandoc.Str(div.attributes.number) }, pandoc.Attr("", { "number" })),
                                  pandoc.Space() }
    text:extend(pandoc.utils.blocks_to_inlines(pandoc.read(div.attributes.title, "markdown").blocks))
    items[#items + 1] = { pandoc.Plain { pandoc.Link(text, page .. "#" .. div.identifier) } }
  end }
  return pandoc.BulletList(items)
end

local function as_blocks(value)
  if pandoc.utils.type(value) == "Blocks" then return value end
  return { pandoc.Para(value) }
end

local function chapter(directory, stem)
  local doc = pandoc.read(files.read(directory .. "/" .. stem .. "/chapter.json"), "json")
  local page = stem .. ".html"
  local title = pandoc.Inlines {
    pandoc.Span({ pandoc.Str(tostring(tonumber(stem:match("^%d+")))) }, pandoc.Attr("", { "number" })),
    pandoc.Space(),
    pandoc.Link(doc.meta.title, page),
  }
  local blocks = pandoc.Blocks { pandoc.Header(3, title) }
  blocks:extend(as_blocks(doc.meta.abstract))
  blocks:insert(sections(doc, page))
  blocks:extend { pandoc.Para { pandoc.Str("Exercises") }, exercises(doc, page) }
  return pandoc.Div(blocks, pandoc.Attr("", { "chapter" }))
end

-- A handout leaves out what stands between the two comments; see src/tool/book.c.
local function teaching()
  return {
    pandoc.RawBlock("html", "<!-- guide -->"),
    pandoc.Para {
      pandoc.Strong("Teaching with it."), pandoc.Space(),
      pandoc.Link("The instructor’s guide", "guide/index.html"), pandoc.Space(),
      pandoc.Str("leads from a clone to a class’s gradebook."),
    },
    pandoc.RawBlock("html", "<!-- /guide -->"),
  }
end

function Pandoc(doc)
  local directory = pandoc.utils.stringify(doc.meta.parts)
  doc.meta.summary = pandoc.utils.stringify(doc.meta.description)
  doc.meta.continue = true
  doc.meta.sidebar = sidebar.of(doc, "index")
  doc.blocks:extend(teaching())
  doc.blocks:insert(pandoc.Header(2, "Chapters", pandoc.Attr("chapters")))
  for stem in pandoc.utils.stringify(doc.meta.chapters):gmatch("%S+") do
    doc.blocks:insert(chapter(directory, stem))
  end
  return doc
end
