-- refs.lua: resolves cross-references, [](#fig:name), within and across chapters.

package.path = "docs/lib/?.lua;" .. package.path
local chapter, labels, report = require "chapter", require "labels", require "report"

local here, all

local function is_reference(link)
  return link.target:find("^#%a+:") and not link.target:find("^#ref%-") and not link.classes:includes("anchor")
end

-- Whether what stands before an inline ends a sentence.
local function opens_sentence(inlines, i)
  local before = inlines[i - 1]
  if before and (before.t == "Space" or before.t == "SoftBreak") then before = inlines[i - 2] end
  return not before or (before.t == "Str" and before.text:find("[.?!]$") ~= nil)
end

local function resolve(link, opens)
  local id = link.target:sub(2)
  local label = all[id]
  if not label then
    local file, line = report.place(here, "(#" .. id .. ")")
    report.error(file, line, "nothing in the book has the identifier " .. id .. ": correct the reference or define it")
    return
  end
  if #link.content == 0 then link.content = { pandoc.Str(labels.name(label, opens)) } end
  if FORMAT:find("html") and label.stem ~= here.stem then
    link.target = label.stem .. ".html#" .. id
  end
  if label.kind == "ch" and FORMAT:find("html") then
    link.target = label.stem .. ".html"
  end
end

function Pandoc(doc)
  here = chapter.of(doc)
  all = labels.read(pandoc.utils.stringify(doc.meta.labels))
  doc = doc:walk { Inlines = function(inlines)
    for i, inline in ipairs(inlines) do
      if inline.t == "Link" and is_reference(inline) then resolve(inline, opens_sentence(inlines, i)) end
    end
    return inlines
  end }
  report.finish()
  return doc
end
