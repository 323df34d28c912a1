-- facts.lua: puts the numbers that the experiments computed into the text, and gives those that were
-- typed the same form.
--
-- In text []{.fact key="name"}; in mathematics, captions and alternative texts \fact{name}.
-- The values are in facts.tsv (key, tab, value). An unknown fact is an error, and so is one
-- that the text never uses.

package.path = "docs/lib/?.lua;" .. package.path
local chapter, files = require "chapter", require "files"
local numbers, report = require "numbers", require "report"

local here
local values, lines, used = {}, {}, {}

local function facts_file() return here.figures .. "/facts.tsv" end

local function read_facts()
  for number, row in ipairs(files.rows(facts_file())) do
    local key, value = row[1], row[2]
    if not value or value == "" or row[3] then
      report.error(facts_file(), number, "write one key, a tab and one value on each line")
    elseif values[key] then
      report.error(facts_file(), number, "the fact " .. key .. " is written twice: write it once")
    end
    values[key], lines[key] = value, number
  end
end

-- The value of a fact; "0" and an error if it is unknown.
local function value_of(key)
  used[key] = true
  if values[key] then return values[key] end
  local line = report.line_of(here.text, 'key="' .. key .. '"')
  if line == 1 then line = report.line_of(here.text, "\\fact{" .. key .. "}") end
  report.error(here.text, line, "no fact " .. key .. " in " .. facts_file() .. ": write it in an experiment or correct the key")
  return "0"
end

local function words(text)
  local result = pandoc.Inlines {}
  for word in text:gmatch("[^ ]+") do
    if #result > 0 then result:insert(pandoc.Space()) end
    result:insert(pandoc.Str(word))
  end
  return result
end

local function fact_span(span)
  if not span.classes:includes("fact") then return nil end
  local text, exponent = numbers.plain(value_of(span.attributes.key or ""))
  local result = words(text)
  if exponent then result:insert(pandoc.Superscript { pandoc.Str(exponent) }) end
  return result
end

local function fact_math(math)
  math.text = math.text:gsub("\\fact{([^{}]*)}", function(key) return "{" .. numbers.tex(value_of(key)) .. "}" end)
  return math
end

-- In an attribute there is no superscript: 1.2 × 10^−5.
local function fact_attributes(element)
  for _, name in ipairs { "alt", "caption", "title" } do
    local text = element.attributes[name]
    if text and text:find("\\fact{", 1, true) then
      element.attributes[name] = text:gsub("\\fact{([^{}]*)}", function(key)
        local plain, exponent = numbers.plain(value_of(key))
        return plain .. (exponent and "^" .. exponent or "")
      end)
    end
  end
  return element
end

local function typed(str) return pandoc.Str(numbers.typed(str.text)) end

local function typed_math(math)
  math.text = numbers.typed_tex(math.text)
  return math
end

local function report_unused()
  local unused = {}
  for key in pairs(values) do
    if not used[key] then unused[#unused + 1] = key end
  end
  table.sort(unused, function(a, b) return lines[a] < lines[b] end)
  for _, key in ipairs(unused) do
    report.error(facts_file(), lines[key], "the fact " .. key .. " is never used: name it in " .. here.text .. " or drop it from its experiment")
  end
end

function Pandoc(doc)
  here = chapter.of(doc)
  read_facts()
  doc = doc:walk {
    Span = fact_span, Math = fact_math,
    Image = fact_attributes, CodeBlock = fact_attributes, Div = fact_attributes,
  }
  report_unused()
  report.finish()
  return doc:walk { Str = typed, Math = typed_math }
end
