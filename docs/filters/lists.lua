-- lists.lua: makes the list of the book's figures or of its listings, chapter by chapter.
--
-- The metadata "list" is "figures" or "listings"; "parts", "chapters" and "labels" are as for contents.lua.

package.path = "docs/lib/?.lua;" .. package.path
local files, labels, mathml, sidebar = require "files", require "labels", require "mathml", require "sidebar"

local all

local function inlines_of(text)
  return pandoc.utils.blocks_to_inlines(pandoc.read(text or "", "markdown").blocks)
end

-- What a link says; a reference has no text of its own.
local function unlinked(link)
  if #link.content > 0 then return link.content end
  local label = all[link.target:sub(2)]
  return pandoc.Str(label and labels.name(label) or "")
end

-- A caption's first sentence, without notes and links.
local function first_sentence(inlines)
  local result = pandoc.Inlines {}
  for _, inline in ipairs(inlines) do
    result:insert(inline)
    if inline.t == "Str" and inline.text:find("[.?!]$") then break end
  end
  return pandoc.Plain(result):walk {
    Link = unlinked,
    Cite = function(cite) return cite.content end,
    Note = function() return {} end,
    Math = function(math) return pandoc.RawInline("html", mathml.of(math) or math.text) end,
  }.content
end

local function entry(page, id, label, caption)
  local text = pandoc.Inlines { pandoc.Link({ pandoc.Str(label) }, page .. "#" .. id), pandoc.Space() }
  text:extend(first_sentence(caption))
  return { pandoc.Plain(text) }
end

local function figures(doc, page)
  local items = {}
  doc:walk { Div = function(div)
    if not div.classes:includes("figure") then return nil end
    items[#items + 1] = entry(page, div.identifier, "Figure " .. div.attributes.number, div.content[1].content)
  end }
  return items
end

local function listings(doc, page)
  local items = {}
  doc:walk { CodeBlock = function(block)
    if not block.classes:includes("listing") then return nil end
    local item = entry(page, labels.of_listing(block), "Listing " .. block.attributes.number,
      inlines_of(block.attributes.caption))
    item[1].content:extend { pandoc.Space(), pandoc.Code(block.attributes.file) }
    items[#items + 1] = item
  end }
  return items
end

function Pandoc(doc)
  local function value(key) return pandoc.utils.stringify(doc.meta[key]) end
  local list = value("list")
  all = labels.read(value("labels"))
  doc.meta.summary = "All " .. list .. " of the book, with links to them."
  doc.meta.sidebar = sidebar.of(doc, list)
  for stem in value("chapters"):gmatch("%S+") do
    local chapter = pandoc.read(files.read(value("parts") .. "/" .. stem .. "/chapter.json"), "json")
    local items = (list == "figures" and figures or listings)(chapter, stem .. ".html")
    if #items > 0 then
      local heading = tonumber(stem:match("^%d+")) .. " " .. pandoc.utils.stringify(chapter.meta.title)
      doc.blocks:insert(pandoc.Header(2, heading, pandoc.Attr(stem)))
      doc.blocks:insert(pandoc.Div({ pandoc.BulletList(items) }, pandoc.Attr("", { "list" })))
    end
  end
  return doc
end
