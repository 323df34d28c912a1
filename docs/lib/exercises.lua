-- exercises.lua: reads the header comment that opens an exercise's source file.
--
--     /** @exercise 1.2 The bias-corrected average
--      *  @points 10   @needs 1.1
--      *
--      *  The statement, in pandoc Markdown.
--      *
--      *  @hint A nudge.
--      *  @plot noisy t corrected
--      *  @commentary For the instructor only.
--      */

local files = require "files"
local regions = require "regions"

local exercises = {}

-- The lines of the header comment without their stars, and the number of its last line.
local function comment(lines)
  if not (lines[1] or ""):find("^%s*/%*%*") then return nil end
  local result = {}
  for number, line in ipairs(lines) do
    local text, ends = line:gsub("%s*%*/%s*$", "")
    text = text:gsub("^%s*/%*%* ?", ""):gsub("^%s*%*  ?", "", 1):gsub("^%s*%*$", "")
    result[#result + 1] = text
    if ends > 0 then return result, number end
  end
  return nil
end

-- Appends a line to the part of the header that it belongs to.
local function append(parts, name, text)
  parts[#parts].text = parts[#parts].text .. "\n" .. text
end

-- Splits the comment into parts {name, text}, one for each @word that opens a line.
local function split(lines)
  local parts = { { name = "statement", text = "" } }
  for _, line in ipairs(lines) do
    local name, rest = line:match("^%s*@(%a+)%s*(.*)$")
    if name == "points" or name == "needs" then
      for key, value in line:gmatch("@(%a+)%s+([^@]*)") do parts[key] = value:gsub("%s+$", "") end
    elseif name == "exercise" then
      parts.id, parts.title = rest:match("^(%S+)%s+(.-)%s*$")
    elseif name then
      parts[#parts + 1] = { name = name, text = rest }
    else
      append(parts, name, line)
    end
  end
  return parts
end

-- Continuation lines of a hint are indented for the eye only.
local function unindent(text)
  local lines = files.split_lines(text)
  local first = table.remove(lines, 1) or ""
  return first .. "\n" .. table.concat(regions.dedent(lines), "\n")
end

-- Lines that are for the tools and not for a reader.
local function is_mark(line)
  return regions.marker(line) or line:find("^%s*// BEGIN SOLUTION") or line:find("^%s*// END SOLUTION")
    or line:find("^#include")
end

local function tidy(code)
  return (table.concat(code, "\n"):gsub("^%s*\n", ""):gsub("\n\n\n+", "\n\n"):gsub("%s+$", ""))
end

-- The code after the header: whole functions, since a body alone does not say what it is given.
local function solution(lines, header_end)
  local code = {}
  for number = header_end + 1, #lines do
    if not is_mark(lines[number]) then code[#code + 1] = lines[number] end
  end
  return tidy(code)
end

-- The code of the stub in parts {code, room}: after each, what is to be written, which has so many lines
-- in the solution. Helpers at the left margin count to the function after them. Nil if nothing is left out.
function exercises.gaps(path)
  local parts, code, room, leaving = {}, {}, 0, false
  for _, line in ipairs({ table.unpack(files.lines(path), exercises.read(path).code_line) }) do
    if line:find("^%s*// BEGIN SOLUTION") then
      leaving = true
    elseif line:find("^%s*// END SOLUTION") then
      leaving = false
      if line:find("^%s") then
        parts[#parts + 1] = { code = tidy(code), room = room }
        code, room = {}, 0
      end
    elseif leaving then
      room = room + (line:find("%S") and 1 or 0)
    elseif not is_mark(line) then
      code[#code + 1] = line
    end
  end
  if #parts == 0 then return nil end
  parts[#parts].room = parts[#parts].room + room
  parts[#parts + 1] = { code = tidy(code), room = 0 }
  return parts
end

-- The exercise in a file: {id, title, points, needs = {…}, statement, hints = {…}, commentary,
-- solution, code_line = the line after the header}; nil if the file does not open with the header of one.
function exercises.read(path)
  local lines = files.lines(path)
  local header, last = comment(lines or {})
  if not header then return nil end
  local parts = split(header)
  if not parts.id then return nil end
  local exercise = { id = parts.id, title = parts.title, points = parts.points,
                     needs = {}, hints = {}, solution = solution(lines, last), code_line = last + 1 }
  for id in (parts.needs or ""):gmatch("[%d.]+") do table.insert(exercise.needs, id) end
  for _, part in ipairs(parts) do
    if part.name == "hint" then
      table.insert(exercise.hints, unindent(part.text))
    elseif part.name == "statement" or part.name == "commentary" then
      exercise[part.name] = unindent(part.text)
    end
  end
  return exercise
end

return exercises
