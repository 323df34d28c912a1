-- sheet.lua: makes a problem sheet of a chapter: its exercises and questions, with room for the answers.
--
-- Runs on chapter.json, before latex.lua. The instructor edition is the key: no room, but the solutions,
-- the commentary, what the points are for, and the answers with their reasons. Both end with what the
-- headers promise, because the exercises refer to it.

package.path = "docs/lib/?.lua;" .. package.path
local chapter, exercises = require "chapter", require "exercises"
local files, plain, report = require "files", require "plain", require "report"

local here
local sources = {}          -- id of an exercise -> its file

local function raw(text) return pandoc.RawBlock("latex", text) end
local function c_code(text) return pandoc.CodeBlock(text, pandoc.Attr("", { "c" })) end

-- The divs of a class, in their order.
local function collect(doc, class)
  local found = pandoc.Blocks {}
  doc:walk { Div = function(div) if div.classes:includes(class) then found:insert(div) end end }
  return found
end

-- The stub, with lines to write on: some more than the solution has, in steps, so that they do not tell
-- how long it is.
local function room_for_code(id)
  local blocks = pandoc.Blocks {}
  local parts = exercises.gaps(sources[id])
  if not parts then
    report.error(sources[id], 1, "nothing in this file is marked with // BEGIN SOLUTION: mark what a sheet should leave out")
    return blocks
  end
  for _, part in ipairs(parts) do
    if part.code ~= "" then blocks:insert(c_code(part.code)) end
    if part.room > 0 then blocks:insert(raw("\\answerlines{" .. 4 * math.ceil(part.room * 1.3 / 4) .. "}")) end
  end
  return blocks
end

-- What the points are for: the names of the tests, which stand in the tables of the judge.
local function points_of(div)
  local path = sources[div.attributes.number]:gsub("^solutions/", "tests/"):gsub("([^/]*)$", "check_%1")
  local tests = (files.read(path) or ""):match("judge_tests%[%] = {(.-)\n};")
  if not tests then return {} end
  local items, sum = {}, 0
  for name, points in tests:gmatch('{(".-"),%s*(%d+),') do
    local says = plain.inlines(name:gsub('"%s*"', ""):gsub('^"', ""):gsub('"$', ""))
    says:insert(1, pandoc.Str(points .. "\u{2002}"))
    items[#items + 1] = { pandoc.Plain(says) }
    sum = sum + points
  end
  if sum ~= tonumber(div.attributes.points) then
    report.error(path, 1, "the points that are read from judge_tests add up to " .. sum .. ": write each test as {\"name\", points, …")
  end
  return { raw("\\parthead{Points}"), pandoc.BulletList(items) }
end

-- What the key says of an exercise. Hints and mistakes are for those who sit at a screen.
local function for_instructor(div)
  local kept = pandoc.Blocks {}
  for _, block in ipairs(div.content) do
    local class = block.t == "Div" and block.classes[1]
    if class == "solution" then kept:extend(points_of(div)) end
    if class ~= "hints" and class ~= "mistakes" then kept:insert(block) end
  end
  return kept
end

local function exercise(div)
  if here.edition == "instructor" then
    div.content = for_instructor(div)
  else
    div.content:extend(room_for_code(div.attributes.number))
  end
  return div
end

-- The letters of the right choices, or the right number.
local function answer(question)
  local right = pandoc.Inlines {}
  for i = 3, #question.content do
    local choice = question.content[i]
    if choice.classes:includes("right") then
      if question.attributes.kind == "number" then return pandoc.utils.blocks_to_inlines(choice.content[1].content) end
      right:extend { pandoc.Str(string.char(string.byte("a") + i - 3)), pandoc.Space() }
    end
  end
  return right
end

-- What is ticked is round where one choice is right, and square where several may be.
local function question(div)
  if here.edition == "instructor" then
    local line = pandoc.Inlines { pandoc.Strong("Answer:"), pandoc.Space() }
    line:extend(answer(div))
    div.content[2].content:insert(pandoc.Para(line))
  elseif div.attributes.kind == "number" then
    div.content[2].content:insert(raw("\\answerblank"))
  end
  return { raw("\\" .. div.attributes.kind .. "right"), div }
end

-- The table at the head, for whoever marks. Questions have no points.
local function points_table(boxes, questions)
  local numbers, points, total = {}, {}, 0
  for i, box in ipairs(boxes) do
    numbers[i], points[i] = box.attributes.number, box.attributes.points
    total = total + tonumber(box.attributes.points)
  end
  local function row(...) return table.concat({ ... }, " & ") .. "\\\\\\hline\n" end
  local rows = row("Exercise", table.concat(numbers, " & "), "Total", questions .. " questions")
    .. row("Points", table.concat(points, " & "), total, "--")
  if here.edition == "student" then rows = rows .. row("\\pointsroom Reached" .. string.rep(" & ", #boxes + 2)) end
  return raw("\\begin{pointstable}{" .. #boxes .. "}\n" .. rows .. "\\end{pointstable}")
end

-- What is between the marks of a header's group. The face for code has no ℓ.
local function promises(div)
  local path = "src/optim/" .. div.attributes.file:match("([^/]*)%.c$") .. ".h"
  local text = files.read(path)
  local declared = text and text:match("@{ %*/%s*\n(.-)%s*/%*%* @} %*/")
  if not declared then
    report.error(path, 1, "an exercise has a header of its name, with its declarations between @{ and @}: write it")
    return {}
  end
  return { raw("\\promisehead{" .. div.attributes.number .. "}"), c_code((declared:gsub("ℓ", "l"))) }
end

function Pandoc(doc)
  here = chapter.of(doc)
  for path in pandoc.utils.stringify(doc.meta.exercises):gmatch("%S+") do
    local read = exercises.read(path)
    if read then sources[read.id] = path end
  end
  local boxes, questions = collect(doc, "exercise"), collect(doc, "question")
  local blocks = pandoc.Blocks { points_table(boxes, #questions) }
  for _, box in ipairs(boxes) do blocks:insert(exercise(box)) end
  if #questions > 0 then blocks:insert(raw("\\sheetpart{Questions}")) end
  for _, div in ipairs(questions) do blocks:extend(question(div)) end
  blocks:insert(raw("\\promises"))
  for _, box in ipairs(boxes) do blocks:extend(promises(box)) end
  report.finish()
  doc.blocks = blocks
  return doc
end
