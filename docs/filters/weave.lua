-- weave.lua: fills the empty code blocks of a chapter from the regions of the sources.
--
--     ``` {.c #lst:step file="src/optim/ewma.c" snippet="ewma-step" caption="One step."}
--     ```
--
-- Writes what it used to regions.tsv, by which tools/check_regions.lua finds the regions
-- that no chapter uses.

package.path = "docs/lib/?.lua;" .. package.path
local chapter, files = require "chapter", require "files"
local regions, report = require "regions", require "report"

local here                  -- the chapter
local used = {}             -- rows of regions.tsv

local function check_region(path, name, region)
  if #region.lines > regions.max_lines then
    report.error(path, region.first, string.format(
      "the region [%s] has %d lines: a listing has at most %d, so split it or shorten it",
      name, #region.lines, regions.max_lines))
  end
end

local function weave(block)
  local path, name = block.attributes.file, block.attributes.snippet
  local line = report.line_of(here.text, 'snippet="' .. (name or "") .. '"')
  local function refuse(message) report.error(here.text, line, message) end
  if not name then
    return refuse('the listing of ' .. path .. ' names no region: add snippet="…"')
  end
  if block.text:find("%S") then
    return refuse("the listing of [" .. name .. "] holds code: leave the block empty, it is filled from " .. path)
  end
  if here.edition == "student" and path:find("^solutions/") then
    return refuse(path .. " is a solution: put the listing in a div .instructor")
  end
  local found, problems = regions.read(path)
  if not found then
    return refuse("there is no file " .. path .. ": correct the listing's file=")
  end
  for _, problem in ipairs(problems) do
    report.error(path, problem[1], problem[2])
  end
  local region = found[name]
  if not region then
    if #problems == 0 then
      refuse(path .. " has no region [" .. name .. "]: mark it with two lines // [" .. name .. "]")
    end
    return nil
  end
  check_region(path, name, region)
  regions.check_width(path, region.first, region.lines)
  used[#used + 1] = path .. "\t" .. name .. "\n"
  block.text = table.concat(regions.dedent(region.lines), "\n")
  block.classes:insert("listing")
  block.attributes.line = tostring(region.first)
  return block
end

local function code_block(block)
  if block.attributes.file then return weave(block) end
  local lines = files.split_lines(block.text)
  regions.check_width(here.text, report.line_of(here.text, lines[1] or ""), lines,
    block.classes:includes("diff"))
  return nil
end

function Pandoc(doc)
  here = chapter.of(doc)
  doc = doc:walk { CodeBlock = code_block }
  report.finish()
  files.write(here.out .. "/regions.tsv", table.concat(used))
  return doc
end
