-- latex.lua: gives the parts of a chapter their form in LaTeX.
--
-- Runs on the chapter that the format-neutral filters made (chapter.json), before refs.lua.
-- The environments and commands it writes are defined in templates/book.tex.

package.path = "docs/lib/?.lua;" .. package.path
local chapter = require "chapter"

local here

local function raw(text) return pandoc.RawBlock("latex", text) end
local function raw_inline(text) return pandoc.RawInline("latex", text) end

local function markdown_inlines(text)
  if not text or text == "" then return pandoc.Inlines {} end
  return pandoc.utils.blocks_to_inlines(pandoc.read(text, "markdown").blocks)
end

-- \command{argument}…, each argument a list of inlines; followed by more inlines.
local function command(name, ...)
  local inlines = pandoc.Inlines { raw_inline("\\" .. name) }
  for _, argument in ipairs { ... } do
    inlines:insert(raw_inline("{"))
    inlines:extend(argument)
    inlines:insert(raw_inline("}"))
  end
  return pandoc.Plain(inlines)
end

local function text(string) return pandoc.Inlines { pandoc.Str(string) } end

local function target(id)
  return id ~= "" and "\\target{" .. id .. "}" or ""
end

local function figure(div)
  local path = here.figures .. "/" .. div.attributes.src .. ".pdf"
  return {
    raw("\\begin{figure}[htbp]\n" .. target(div.identifier) .. "\\centering\\includegraphics{" .. path .. "}"),
    command("bookcaption", text("Figure " .. div.attributes.number), div.content[1].content),
    raw("\\end{figure}"),
  }
end

local function table_div(div)
  local inner = div.content[1]
  local caption = inner.caption.long[1].content
  inner.caption.long = {}
  return {
    raw("\\begin{booktable}" .. target(div.identifier)),
    command("tablecaption", text("Table " .. div.attributes.number), caption),
    inner,
    raw("\\end{booktable}"),
  }
end

local function listing(block)
  local a = block.attributes
  local head = command("listinghead", text("Listing " .. a.number), markdown_inlines(a.caption),
    { pandoc.Code(a.file) })
  return {
    raw("\\begin{listing}" .. target(block.identifier)),
    head,
    pandoc.CodeBlock(block.text, pandoc.Attr("", { "c" })),
    raw("\\end{listing}"),
  }
end

-- Code that is not woven is set off like a listing, without a head. A page ends between functions:
-- before what follows an empty line at the left margin, unless it has a comment of its own above it.
local function code(block)
  if block.classes:includes("listing") then return listing(block) end
  local blocks = pandoc.Blocks { raw("\\begin{plaincode}") }
  local parts = block.text:gsub("\n\n(%S)", "\0%1"):gsub("%*/\0", "*/\n\n") .. "\0"
  for part in parts:gmatch("(.-)\0") do
    if #blocks > 1 then blocks:insert(raw("\\nextfunction")) end
    blocks:insert(pandoc.CodeBlock(part, block.attr))
  end
  blocks:insert(raw("\\end{plaincode}"))
  return blocks
end

local function remark(div, environment)
  local blocks = pandoc.Blocks { raw("\\begin{" .. environment .. "}"),
                                 command("remarktitle", markdown_inlines(div.attributes.title)) }
  blocks:extend(div.content)
  blocks:insert(raw("\\end{" .. environment .. "}"))
  return blocks
end

local function exercise(div)
  local a = div.attributes
  local facts = pandoc.Inlines {}
  if a.points ~= "" then facts:insert(pandoc.Str(a.points .. (a.points == "1" and " point" or " points"))) end
  for id in a.needs:gmatch("%S+") do
    facts:extend { pandoc.Str(#facts > 0 and " · needs " or "needs "), pandoc.Link({}, "#ex:" .. id) }
  end
  local blocks = pandoc.Blocks {
    raw("\\begin{exercisebox}" .. target(div.identifier)),
    command("exercisehead", text(a.number), markdown_inlines(a.title), facts),
  }
  blocks:extend(div.content)
  blocks:insert(command("exercisefoot", { pandoc.Code(a.file) }, { pandoc.Code("build/descent grade " .. a.number) }))
  blocks:insert(raw("\\end{exercisebox}"))
  return blocks
end

-- A choice; for the instructor also whether it is right, and why.
local function choice(div)
  local blocks = pandoc.Blocks { raw("\\item") }
  blocks:extend(div.content[1].content)
  if here.edition == "instructor" then
    local reason = div.content[2].content
    reason[1].content:insert(1, pandoc.Space())
    reason[1].content:insert(1, pandoc.Strong(div.classes:includes("right") and "Right." or "Wrong."))
    blocks:insert(raw("\\begin{answer}"))
    blocks:extend(reason)
    blocks:insert(raw("\\end{answer}"))
  end
  return blocks
end

-- Where a number is asked for, only the instructor sees any.
local function question(div)
  local a = div.attributes
  local blocks = pandoc.Blocks {
    raw("\\begin{question}"),
    command("questionhead", text(a.number), pandoc.utils.blocks_to_inlines(div.content[1].content)),
  }
  for i, block in ipairs(div.content[2].content) do
    if i > 1 and block.t == "Para" then blocks:insert(raw("\\nobreak")) end
    blocks:insert(block)
  end
  if a.kind ~= "number" or here.edition == "instructor" then
    blocks:insert(raw("\\begin{choices}"))
    for i = 3, #div.content do blocks:extend(choice(div.content[i])) end
    blocks:insert(raw("\\end{choices}"))
  end
  blocks:insert(raw("\\end{question}"))
  return blocks
end

local part_titles = { hints = "Hints", solution = "Solution", commentary = "Commentary",
  mistakes = "Known mistakes" }

local function div(element)
  local classes = element.classes
  if classes:includes("figure") then return figure(element) end
  if classes:includes("exercise") then return exercise(element) end
  if classes:includes("question") then return question(element) end
  if classes:includes("note") then return remark(element, "notebox") end
  if classes:includes("pitfall") then return remark(element, "pitfallbox") end
  local title = part_titles[classes[1] or ""]
  if title then
    element.content:insert(1, command("parthead", text(title)))
    return element
  end
end

local function equation(span)
  if not span.classes:includes("equation") then return nil end
  return raw_inline(string.format("\\begin{equation}\\target{%s}\\tag{%s}%s\\end{equation}",
    span.identifier, span.attributes.number, span.content[1].text))
end

local function opens_with_display(block)
  local first = block.t == "Para" and block.content[1]
  return first and (first.mathtype == "DisplayMath"
                    or first.t == "Span" and first.classes:includes("equation"))
end

-- A displayed formula that opens a paragraph joins the one before it: TeX would set an empty line above.
local function join_displays(blocks)
  local result = pandoc.Blocks {}
  for _, block in ipairs(blocks) do
    local last = result[#result]
    if not opens_with_display(block) then
      result:insert(block)
    elseif last and last.t == "Para" then
      last.content:insert(pandoc.SoftBreak())
      last.content:extend(block.content)
    else
      block.content:insert(1, raw_inline("\\noindent{}"))
      result:insert(block)
    end
  end
  return result
end

-- LaTeX counts the same sections as number.lua; identifiers without a kind are made the chapter's own.
-- A section without a number, the references, is not in LaTeX's running head by itself, and ends
-- what the chapter shows.
local function header(element)
  local numbered = element.attributes.number
  element.attributes.number = nil
  if not element.identifier:find("^sec:") then element.identifier = here.stem .. "-" .. element.identifier end
  if numbered or element.level ~= 2 then return element end
  return { raw("\\floatsfirst"), element, command("markright", element.content) }
end

local function own_reference(id)
  return id:find("^ref%-") and here.stem .. "-" .. id or id
end

local function link(element)
  element.target = element.target:gsub("^#(ref%-.*)$", function(id) return "#" .. own_reference(id) end)
  return element
end

local function opening(doc)
  local short = here.stem:gsub("^%d+%-", "")
  local title = pandoc.utils.blocks_to_inlines { pandoc.Plain(doc.meta.title) }
  local heading = command("chapter", title)
  heading.content:insert(raw_inline("\\target{ch:" .. short .. "}"))
  local abstract = pandoc.utils.type(doc.meta.abstract) == "Blocks" and doc.meta.abstract
    or pandoc.Blocks { pandoc.Plain(doc.meta.abstract) }
  local blocks = pandoc.Blocks { raw("\\setcounter{chapter}{" .. here.number - 1 .. "}"), heading,
                                 raw("\\begin{chapterabstract}") }
  blocks:extend(abstract)
  blocks:insert(raw("\\end{chapterabstract}"))
  return blocks
end

function Pandoc(doc)
  here = chapter.of(doc)
  doc = doc:walk { Blocks = join_displays }
  doc = doc:walk { Span = equation, Header = header, CodeBlock = code, Link = link }
  doc = doc:walk { Div = function(element)
    if element.classes:includes("table") then return table_div(element) end
    element.identifier = own_reference(element.identifier)
    return element
  end }
  doc = doc:walk { Div = div }
  local blocks = opening(doc)
  blocks:extend(doc.blocks)
  doc.blocks = blocks
  return doc
end
