-- number.lua: numbers sections, figures, tables, listings and equations within the chapter,
-- and writes labels.tsv, from which refs.lua makes cross-references in every chapter:
--
--     identifier  kind  number  stem  line  title
--
-- Checks identifiers and that the text discusses each figure.

package.path = "docs/lib/?.lua;" .. package.path
local chapter, files, report = require "chapter", require "files", require "report"

local here
local counters = {}         -- kind -> last number
local section = {}          -- numbers of the section and subsection we are in
local rows, defined = {}, {}

local function line_of_id(id)
  local line = report.line_of(here.text, "#" .. id)
  if line == 1 then line = report.line_of(here.text, 'id="' .. id:gsub("^ex:", "") .. '"') end
  return line
end

local function define(id, kind, number, title)
  if id == "" then return end
  local line = line_of_id(id)
  if defined[id] then
    report.error(here.text, line, "the identifier " .. id .. " is defined twice: rename one of the two")
  end
  defined[id] = true
  rows[#rows + 1] = table.concat({ id, kind, number, here.stem, line, title or "" }, "\t") .. "\n"
end

local function next_number(kind)
  counters[kind] = (counters[kind] or 0) + 1
  return here.number .. "." .. counters[kind]
end

local function check_kind(id, kind)
  if id ~= "" and not id:find("^" .. kind .. ":.") then
    report.error(here.text, line_of_id(id), "the identifier " .. id .. " should open with " .. kind .. ":")
  end
end

local function number_header(header)
  if header.level == 1 then
    report.error(here.text, report.line_of(here.text, "# " .. pandoc.utils.stringify(header)),
      "a chapter has no heading of level 1: sections open with ##")
  end
  if header.level > 3 or header.classes:includes("unnumbered") then return nil end
  local depth = header.level - 1
  section[depth] = (section[depth] or 0) + 1
  section[depth + 1] = nil
  local number = here.number .. "." .. table.concat(section, ".")
  header.attributes.number = number
  define(header.identifier, "sec", number, pandoc.utils.stringify(header))
  return header
end

local function has_caption(div)
  return #div.content == 1 and div.content[1].t == "Table" and #div.content[1].caption.long > 0
end

local function number_div(div)
  local kind
  if div.classes:includes("figure") then
    kind = "fig"
  elseif div.classes:includes("exercise") then
    define(div.identifier, "ex", div.attributes.number, div.attributes.title)
    return nil
  elseif div.identifier:find("^tbl:") then
    kind = "tbl"
    if not has_caption(div) then
      report.error(here.text, line_of_id(div.identifier),
        "the div " .. div.identifier .. " should hold one table with a caption (a line that opens with ': ')")
    end
    div.classes:insert("table")
  end
  if not kind then return nil end
  div.attributes.number = next_number(kind)
  define(div.identifier, kind, div.attributes.number)
  return div
end

local function number_listing(block)
  if not block.classes:includes("listing") then return nil end
  check_kind(block.identifier, "lst")
  block.attributes.number = next_number("lst")
  define(block.identifier, "lst", block.attributes.number)
  return block
end

local function number_equation(span)
  if not span.identifier:find("^eq:") then return nil end
  local math = span.content[1]
  if #span.content ~= 1 or math.t ~= "Math" or math.mathtype ~= "DisplayMath" then
    report.error(here.text, line_of_id(span.identifier),
      "the span " .. span.identifier .. " should hold one displayed formula, [$$…$$]{#" .. span.identifier .. "}")
    return nil
  end
  span.classes:insert("equation")
  span.attributes.number = next_number("eq")
  define(span.identifier, "eq", span.attributes.number)
  return span
end

local function check_discussed(doc)
  local mentioned = {}
  doc:walk { Link = function(link) mentioned[link.target] = true end }
  for id in pairs(defined) do
    if id:find("^fig:") and not mentioned["#" .. id] then
      report.error(here.text, line_of_id(id), "the text never refers to the figure " .. id .. ": discuss it, with [](#" .. id .. ")")
    end
  end
end

function Pandoc(doc)
  here = chapter.of(doc)
  local title = pandoc.utils.stringify(doc.meta.title or "")
  if title == "" or not doc.meta.abstract then
    report.error(here.text, 1, "the chapter opens without title: or abstract: between lines of ---")
  end
  define("ch:" .. here.stem:gsub("^%d+%-", ""), "ch", tostring(here.number), title)
  doc = doc:walk {
    traverse = "topdown",
    Header = number_header, Div = number_div, CodeBlock = number_listing, Span = number_equation,
  }
  check_discussed(doc)
  report.finish()
  files.write(here.out .. "/labels.tsv", table.concat(rows))
  return doc
end
