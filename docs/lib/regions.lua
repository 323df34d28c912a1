-- regions.lua: finds the regions of a source file that the book weaves in.
--
-- A line that holds only "// [name]" opens the region, the next one of the same
-- name closes it (Doxygen's \snippet reads the same marks). Regions may nest;
-- the marks of inner ones never show.

local files, report = require "files", require "report"

local regions = {}

regions.max_lines = 15
local max_columns = 90

-- The name on a marker line, or nil.
function regions.marker(line)
  return line:match("^%s*//%s*%[([%w_%-]+)%]%s*$")
end

-- The lines without their common indentation.
function regions.dedent(lines)
  local indent
  for _, line in ipairs(lines) do
    local space = line:match("^(%s*)%S")
    if space and (not indent or #space < #indent) then indent = space end
  end
  local result = {}
  for i, line in ipairs(lines) do
    result[i] = line:sub(#(indent or "") + 1)
  end
  return result
end

-- The lines between two line numbers, without markers.
local function body(lines, first, last)
  local result = {}
  for i = first, last do
    if not regions.marker(lines[i]) then result[#result + 1] = lines[i] end
  end
  return result
end

-- Reads a file. Returns nil if there is none; else a table name -> {first, last, lines}
-- and a list of problems {line, message}.
function regions.read(path)
  local lines = files.lines(path)
  if not lines then return nil end
  local found, open, problems = {}, {}, {}
  for number, line in ipairs(lines) do
    local name = regions.marker(line)
    if name and found[name] then
      problems[#problems + 1] = { number, "the region [" .. name .. "] is marked twice: rename one of the two" }
    elseif name and open[name] then
      found[name] = { first = open[name] + 1, last = number - 1,
                      lines = body(lines, open[name] + 1, number - 1) }
      open[name] = nil
    elseif name then
      open[name] = number
    end
  end
  for name, number in pairs(open) do
    problems[#problems + 1] = { number, "the region [" .. name .. "] is never closed: add a line // [" .. name .. "] after it" }
  end
  table.sort(problems, function(a, b) return a[1] < b[1] end)
  return found, problems
end

-- Reports the lines of a file, from line "first" on, that have more characters than print has room for.
-- The mark of an edit stands in the margin.
function regions.check_width(path, first, lines, marked)
  local max_columns = max_columns + (marked and 1 or 0)
  for i, line in ipairs(lines) do
    local columns = utf8.len(line) or #line
    if columns > max_columns then
      report.error(path, first + i - 1, string.format(
        "the line has %d columns: code in the book has at most %d, so break it",
        columns, max_columns))
    end
  end
end

return regions
