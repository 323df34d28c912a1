-- html.lua: gives the parts of a chapter their form in HTML, for a page of the site or, if the metadata
-- have "epub", for the EPUB: that has nothing that scrolls, no API and figures as files.
--
-- Runs on the chapter that the format-neutral filters made (chapter.json), before refs.lua.

package.path = "docs/lib/?.lua;" .. package.path
local api, chapter = require "api", require "chapter"
local files, labels, report = require "files", require "labels", require "report"
local mathml, sidebar, wide = require "mathml", require "sidebar", require "wide"

local here, pages, epub

local function escape(text)
  return (text:gsub("[&<>\"]", { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;" }))
end

local function raw(text) return pandoc.RawBlock("html", text) end

local function span(class, inlines)
  return pandoc.Span(inlines, pandoc.Attr("", { class }))
end

local function markdown_inlines(text)
  if not text or text == "" then return pandoc.Inlines {} end
  return pandoc.utils.blocks_to_inlines(pandoc.read(text, "markdown").blocks)
end

-- A number that links to what it numbers.
local function anchor(class, text, id)
  if epub then return span(class, { pandoc.Str(text) }) end
  return pandoc.Link({ pandoc.Str(text) }, "#" .. id, "", pandoc.Attr("", { class, "anchor" }))
end

-- "Figure 1.1" and a caption.
local function captioned(label, caption, id)
  local inlines = pandoc.Inlines { anchor("label", label, id) }
  if #caption > 0 then inlines:insert(pandoc.Space()) end
  inlines:extend(caption)
  return pandoc.Plain(inlines)
end

local function number_header(header)
  local number = header.attributes.number
  if not number then return nil end
  header.attributes.number = nil
  header.content:insert(1, pandoc.Space())
  header.content:insert(1, anchor("number", number, header.identifier))
  return header
end

-- The drawing itself, so that it takes the page's colors and faces. A handout finds it by the
-- comments and puts another in its place.
local function drawing(div)
  local name = div.attributes.src
  local svg = (files.read(here.figures .. "/" .. name .. ".inline") or ""):gsub("^<svg", function()
    return '<svg role="img" aria-label="' .. escape(div.attributes.alt) .. '"'
  end)
  return raw(string.format('<div class="drawing" tabindex="0" role="group" aria-label="Figure %s">\n' ..
    '<!-- drawing %s -->\n%s<!-- /drawing -->\n</div>', div.attributes.number, name, svg))
end

local function picture(div)
  local path = here.figures .. "/" .. div.attributes.src .. ".svg"
  return pandoc.Plain { pandoc.Image({ pandoc.Str(div.attributes.alt) }, path) }
end

local function figure(div)
  return {
    raw('<figure id="' .. div.identifier .. '">'),
    (epub and picture or drawing)(div),
    raw("<figcaption>"),
    captioned("Figure " .. div.attributes.number, div.content[1].content, div.identifier),
    raw("</figcaption></figure>"),
  }
end

-- Tools that list headings and buttons do not count a formula as their text: words that are heard, not
-- seen, go before one that stands alone.
local function with_words(inlines, words)
  if not epub and #inlines == 1 and inlines[1].t == "Math" then inlines:insert(1, span("unseen", { pandoc.Str(words) })) end
  return inlines
end

local function name_columns(element)
  for _, row in ipairs(element.head.rows) do
    for _, cell in ipairs(row.cells) do
      local block = cell.contents[1]
      if block and block.content then block.content = with_words(block.content, "Values of ") end
    end
  end
  return element
end

local function table_div(div)
  local inner = div.content[1]
  local caption = captioned("Table " .. div.attributes.number, inner.caption.long[1].content, div.identifier)
  inner.caption.long = {}
  return {
    raw('<figure class="table" id="' .. div.identifier .. '"><figcaption>'),
    caption,
    raw("</figcaption>"),
    inner,
    raw("</figure>"),
  }
end

-- The file's name, linked to its source and to the page of its header.
local function origin(block)
  local path, line = block.attributes.file, tonumber(block.attributes.line)
  local name = pandoc.Code(path)
  if epub then return span("origin", { name }) end
  local source, header = pages:source_of(path, line), pages:header_of(path)
  local inlines = pandoc.Inlines { source and pandoc.Link({ name }, source, "Source, line " .. line) or name }
  if header then
    inlines:extend { pandoc.Str(" · "), pandoc.Link({ pandoc.Str("API") }, header) }
  end
  return span("origin", inlines)
end

local function listing(block)
  local id = labels.of_listing(block)
  local caption = captioned("Listing " .. block.attributes.number, markdown_inlines(block.attributes.caption), id)
  caption.content:extend { pandoc.Space(), origin(block) }
  return {
    raw('<figure class="listing" id="' .. id .. '"><figcaption>'),
    caption,
    raw("</figcaption>"),
    pandoc.CodeBlock(block.text, pandoc.Attr("", { "c" })),
    raw("</figure>"),
  }
end

local function box_head(label, title, id)
  local inlines = pandoc.Inlines { id and anchor("label", label, id) or span("label", { pandoc.Str(label) }),
                                   pandoc.Space() }
  inlines:extend { span("title", markdown_inlines(title)) }
  return inlines
end

local function remark(div, class, label)
  local head = box_head(label, div.attributes.title)
  div.content:insert(1, pandoc.Div({ pandoc.Plain(head) }, pandoc.Attr("", { "box-head" })))
  div.attributes = { role = "note" }
  return div
end

local function points(text)
  return text .. (text == "1" and " point" or " points")
end

local function exercise(div)
  local a = div.attributes
  local head = box_head("Exercise " .. a.number, a.title, div.identifier)
  local facts = pandoc.Inlines {}
  if a.points ~= "" then facts:insert(pandoc.Str(points(a.points))) end
  for id in a.needs:gmatch("%S+") do
    facts:extend { pandoc.Str(#facts > 0 and " · needs " or "needs "), pandoc.Link({}, "#ex:" .. id) }
  end
  head:extend { pandoc.Space(), span("facts", facts) }
  local foot = { pandoc.Str("Edit"), pandoc.Space(), pandoc.Code(a.file), pandoc.Str(","), pandoc.Space(),
                 pandoc.Str("then run"), pandoc.Space(), pandoc.Code("build/descent grade " .. a.number) }
  div.content:insert(1, pandoc.Div({ pandoc.Plain(head) }, pandoc.Attr("", { "box-head" })))
  div.content:insert(pandoc.Div({ pandoc.Plain(foot) }, pandoc.Attr("", { "box-foot" })))
  div.attributes = {}
  return div
end

local function verdict(choice)
  return pandoc.Strong(choice.classes:includes("right") and "Right." or "Wrong.")
end

-- What stands in front of the first paragraph of a reason.
local function reason(choice, opening)
  local blocks = choice.content[2].content
  for i, inline in ipairs(opening) do blocks[1].content:insert(i, inline) end
  return blocks
end

-- A choice unfolds to whether it is right, and why.
local function choice(div)
  local say = with_words(pandoc.utils.blocks_to_inlines(div.content[1].content), "Choice: ")
  local blocks = pandoc.Blocks { raw("<li><details><summary>"), pandoc.Plain(say), raw("</summary>") }
  blocks:extend(reason(div, { verdict(div), pandoc.Space() }))
  blocks:insert(raw("</details></li>"))
  return blocks
end

-- A number: the right one, or what a mistake gives.
local function number(div)
  local opening = pandoc.utils.blocks_to_inlines(div.content[1].content)
  opening:extend { pandoc.Str(":"), pandoc.Space(), verdict(div), pandoc.Space() }
  local blocks = pandoc.Blocks { raw("<li>") }
  blocks:extend(reason(div, opening))
  blocks:insert(raw("</li>"))
  return blocks
end

local function question(div)
  local is_number = div.attributes.kind == "number"
  local head = pandoc.Plain { span("label", { pandoc.Str("Question " .. div.attributes.number) }), pandoc.Space(),
                              span("title", pandoc.utils.blocks_to_inlines(div.content[1].content)) }
  local blocks = pandoc.Blocks { pandoc.Div({ head }, pandoc.Attr("", { "box-head" })) }
  blocks:extend(div.content[2].content)
  blocks:insert(raw(is_number and "<details><summary>The answer</summary><ul>" or '<ol type="a">'))
  for i = 3, #div.content do blocks:extend((is_number and number or choice)(div.content[i])) end
  blocks:insert(raw(is_number and "</ul></details>" or "</ol>"))
  return pandoc.Div(blocks, pandoc.Attr(labels.of_question(here, div), { "question" }))
end

local part_titles = { hints = "Hints", solution = "Solution", commentary = "Commentary",
  mistakes = "Known mistakes" }

local function div(element)
  local classes = element.classes
  -- By this class pandoc would give it a role that is deprecated.
  if classes:includes("csl-entry") then
    element.classes = { "entry" }
    return element
  end
  if classes:includes("figure") then return figure(element) end
  if classes:includes("exercise") then return exercise(element) end
  if classes:includes("question") then return question(element) end
  if classes:includes("note") then return remark(element, "note", "Note") end
  if classes:includes("pitfall") then return remark(element, "pitfall", "Common mistake") end
  local title = part_titles[classes[1] or ""]
  if title then
    element.content:insert(1, pandoc.Div({ pandoc.Plain(title) }, pandoc.Attr("", { "part-head" })))
    return element
  end
end

local function display(inline)
  if inline.t == "Math" and inline.mathtype == "DisplayMath" then return inline, "", nil end
  if inline.t == "Span" and inline.classes:includes("equation") then
    return inline.content[1], inline.identifier, inline.attributes.number
  end
end

-- A displayed formula in a box of its own, which scrolls if it is wide.
local function formula(math, id, number)
  local blocks = { pandoc.Div({ pandoc.Plain { math } }, pandoc.Attr("", { "scroll" }, not epub and { tabindex = "0" } or {})) }
  if number then
    blocks[2] = pandoc.Plain { anchor("number", "(" .. number .. ")", id) }
  end
  return pandoc.Div(blocks, pandoc.Attr(id, { "formula" }))
end

local function trim(inlines)
  while #inlines > 0 and (inlines[1].t == "Space" or inlines[1].t == "SoftBreak") do inlines:remove(1) end
  return inlines
end

-- Splits a paragraph at its displayed formulas.
local function split(paragraph)
  local blocks, text = pandoc.Blocks {}, pandoc.Inlines {}
  local function flush()
    if #trim(text) > 0 then blocks:insert(pandoc[paragraph.t](text)) end
    text = pandoc.Inlines {}
  end
  for _, inline in ipairs(paragraph.content) do
    local math, id, number = display(inline)
    if math then
      flush()
      blocks:insert(formula(math, id, number))
    else
      text:insert(inline)
    end
  end
  flush()
  return blocks
end

local function has_display(paragraph)
  for _, inline in ipairs(paragraph.content) do
    if display(inline) then return true end
  end
  return false
end

local function split_if_displayed(paragraph)
  if has_display(paragraph) then return split(paragraph) end
end

local function formula_text(math)
  local html = mathml.of(math)
  if not html then
    local file, line = report.place(here, files.split_lines(math.text)[1])
    report.error(file, line, "MathML cannot express $" .. math.text .. "$: use simpler TeX")
  end
  return pandoc.RawInline("html", html or "")
end

-- Keeps the punctuation after a formula on the formula's line: browsers would break there.
local function bind_punctuation(inlines)
  local result = pandoc.Inlines {}
  for _, inline in ipairs(inlines) do
    local last = result[#result]
    local marks, rest
    if inline.t == "Str" and last and last.t == "Math" then
      marks, rest = inline.text:match("^([,.;:!?%)%]]+)(.*)$")
    end
    if marks then
      result[#result] = span("bound", { last, pandoc.Str(marks) })
      if rest ~= "" then result:insert(pandoc.Str(rest)) end
    else
      result:insert(inline)
    end
  end
  return result
end

local function neighbor(label)
  return label and { href = label.stem .. ".html", name = labels.name(label), title = label.title }
end

local function set_neighbors(doc)
  local _, chapters = labels.read(pandoc.utils.stringify(doc.meta.labels))
  for i, label in ipairs(chapters) do
    if label.stem == here.stem then
      doc.meta.previous, doc.meta.next = neighbor(chapters[i - 1]), neighbor(chapters[i + 1])
    end
  end
  doc.meta.number = tostring(here.number)
end

function Pandoc(doc)
  here, epub = chapter.of(doc), doc.meta.epub
  if not epub then
    pages = api.read(pandoc.utils.stringify(doc.meta.api))
    set_neighbors(doc)
    doc.meta.sidebar = sidebar.of(doc, here.stem)
    doc.meta.summary = pandoc.utils.stringify(doc.meta.abstract)
  end
  doc = doc:walk { Div = function(element)
    if element.classes:includes("table") then return table_div(element) end
  end }
  if not epub then
    doc = doc:walk { Table = name_columns }
    doc = doc:walk { Table = wide.table }
  end
  doc = doc:walk { Header = number_header, CodeBlock = function(block)
    if block.classes:includes("listing") then return listing(block) end
  end }
  if not epub then doc = doc:walk { CodeBlock = wide.code } end
  doc = doc:walk { Para = split_if_displayed, Plain = split_if_displayed }
  doc = doc:walk { Div = div }
  doc = doc:walk { Inlines = bind_punctuation }
  doc = doc:walk { Math = formula_text }
  report.finish()
  return doc
end
