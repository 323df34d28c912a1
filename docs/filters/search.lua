-- search.lua: writes what the search finds in a page to the file "found" of the metadata, and leaves the
-- page as it is. Runs before the page gets its form.
--
-- Each section is a document, and so is each figure, table, listing, equation, exercise and question.

package.path = "docs/lib/?.lua;" .. package.path
local chapter, documents, files = require "chapter", require "documents", require "files"
local labels, mathml, one_line = require "labels", require "mathml", require "one_line"

local here, page, all
local lines = {}
local title, id, kind       -- of the section at hand
local text                  -- its blocks so far

local as_plain = pandoc.WriterOptions { wrap_text = "none" }

-- References are words here: "Figure 1.1".
local function name_reference(link)
  local label = #link.content == 0 and all[link.target:sub(2)]
  return label and pandoc.Str(labels.name(label)) or link.content
end

local function on_a_line(math)
  local html = mathml.of(math)
  return pandoc.Str(html and one_line.of(html) or math.text)
end

local function plain(blocks)
  local doc = pandoc.Pandoc(blocks):walk { Link = name_reference, Note = function() return {} end, Math = on_a_line }
  return pandoc.write(doc, "plain", as_plain)
end

local function inlines(list) return plain { pandoc.Plain(list) } end
local function markdown(source) return plain(pandoc.read(source or "", "markdown").blocks) end

local function add(what, identifier, name, words)
  lines[#lines + 1] = documents.line(what, page .. (identifier and "#" .. identifier or ""), name, words)
end

local function end_section()
  if title and (#text > 0 or id) then add(kind, id, title, plain(text)) end
  text = pandoc.Blocks {}
end

-- What an equation is called, "adam-step", and the words before it.
local function equations(block)
  local before = pandoc.Inlines {}
  for _, inline in ipairs(block.content) do
    if inline.t == "Span" and inline.classes:includes("equation") then
      local name = inline.identifier:gsub("^eq:", ""):gsub("-", " ")
      add("equation", inline.identifier, "Equation (" .. inline.attributes.number .. "): " .. name,
        inlines(before) .. " " .. inlines(inline.content))
      before = pandoc.Inlines {}
    else
      before:insert(inline)
    end
  end
end

local function listing(block)
  add("listing", labels.of_listing(block), "Listing " .. block.attributes.number .. ": " .. markdown(block.attributes.caption),
    block.attributes.file .. " " .. block.text)
end

local function table_of(div)
  local inner = div.content[1]
  add("table", div.identifier, "Table " .. div.attributes.number .. ": " .. plain(inner.caption.long), plain { div })
end

-- What is a document of its own; whatever is left is text of the section.
local own = {
  figure = function(div)
    add("figure", div.identifier, "Figure " .. div.attributes.number, inlines(div.content[1].content) .. " " .. div.attributes.alt)
  end,
  exercise = function(div)
    add("exercise", div.identifier, "Exercise " .. div.attributes.number .. ": " .. markdown(div.attributes.title),
      div.attributes.file .. " " .. plain(div.content))
  end,
  question = function(div)
    add("question", labels.of_question(here, div), "Question " .. div.attributes.number .. ": " .. plain(div.content[1].content),
      plain(div.content[2].content))
  end,
  table = table_of,
}

local function visit(block)
  if block.t == "Header" then
    end_section()
    local number = block.attributes.number
    title, id = (number and number .. " " or "") .. inlines(block.content), block.identifier
    return
  end
  local make = block.t == "Div" and own[block.classes[1] or ""]
  if block.t == "Div" and block.classes:includes("table") then make = table_of end
  if make then return make(block) end
  if block.t == "CodeBlock" and block.classes:includes("listing") then return listing(block) end
  if block.t == "Para" then equations(block) end
  text:insert(block)
end

function Pandoc(doc)
  local function value(key) return doc.meta[key] and pandoc.utils.stringify(doc.meta[key]) end
  here, page = chapter.of(doc), value("at")
  all = labels.read(value("labels"))
  kind = value("kind") or "section"
  text = pandoc.Blocks(doc.meta.abstract and { pandoc.Plain(pandoc.utils.blocks_to_inlines(
    pandoc.utils.type(doc.meta.abstract) == "Blocks" and doc.meta.abstract or { pandoc.Plain(doc.meta.abstract) })) } or {})
  title = (here.number and here.number .. " " or "") .. (value("title") or "")
  for _, block in ipairs(doc.blocks) do
    if block.identifier ~= "references" then visit(block) end
    if block.t == "Header" and block.identifier == "references" then break end
  end
  end_section()
  files.write(value("found"), table.concat(lines))
  return nil
end
