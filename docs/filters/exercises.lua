-- exercises.lua: fills each exercise box from the header comment of the exercise's file.
--
--     ::: {.exercise id="1.2"}
--     :::
--
-- The Makefile passes the files of the chapter in the metadata "exercises", in solutions/ or else
-- in stubs/ or exercises/. The instructor edition adds hints, solution, commentary and the
-- known mistakes. Divs of
-- class "instructor" are for that edition only.

package.path = "docs/lib/?.lua;" .. package.path
local chapter, exercises = require "chapter", require "exercises"
local files, mistakes, regions = require "files", require "mistakes", require "regions"
local plain, report = require "plain", require "report"

local here
local known = {}            -- id -> exercise
local boxed = {}            -- id -> true if the text has a box for it

local function read_exercises(paths)
  for path in paths:gmatch("%S+") do
    local exercise = exercises.read(path)
    if exercise and known[exercise.id] then
      report.error(path, 1, "exercise " .. exercise.id .. " is also in " .. known[exercise.id].source .. ": give one of them another number")
    elseif exercise then
      exercise.source, exercise.file = path, "exercises/" .. here.stem .. "/" .. path:match("[^/]*$")
      known[exercise.id] = exercise
      regions.check_width(path, exercise.code_line, { table.unpack(files.lines(path), exercise.code_line) })
    end
  end
end

local function markdown(text)
  return pandoc.read(text or "", "markdown").blocks
end

local function div(class, blocks)
  return pandoc.Div(blocks, pandoc.Attr("", { class }))
end

-- The known mistakes: name and what the student hears, then the edit of the solution.
local function mistake_parts(exercise)
  local blocks = pandoc.Blocks {}
  for _, mistake in ipairs(mistakes.read(exercise)) do
    local says = pandoc.Inlines { pandoc.Strong(mistake.name), pandoc.Str(": ") }
    says:extend(plain.inlines(mistake.says))
    blocks:insert(pandoc.Para(says))
    blocks:insert(pandoc.CodeBlock(mistake.edits, pandoc.Attr("", { "diff" })))
  end
  return blocks
end

-- What only the instructor sees.
local function instructor_parts(exercise)
  local hints = {}
  for i, hint in ipairs(exercise.hints) do hints[i] = markdown(hint) end
  local parts = pandoc.Blocks {}
  if #hints > 0 then parts:insert(div("hints", { pandoc.OrderedList(hints) })) end
  parts:insert(div("solution", { pandoc.CodeBlock(exercise.solution, pandoc.Attr("", { "c" })) }))
  if exercise.commentary then parts:insert(div("commentary", markdown(exercise.commentary))) end
  local listed = mistake_parts(exercise)
  if #listed > 0 then parts:insert(div("mistakes", listed)) end
  return parts
end

local function box(exercise)
  local content = markdown(exercise.statement)
  if here.edition == "instructor" then content:extend(instructor_parts(exercise)) end
  return pandoc.Div(content, pandoc.Attr("ex:" .. exercise.id, { "exercise" }, {
    number = exercise.id, title = exercise.title, points = exercise.points or "",
    needs = table.concat(exercise.needs, " "), file = exercise.file,
  }))
end

local function fill(element)
  if element.classes:includes("instructor") and here.edition == "student" then return {} end
  if not element.classes:includes("exercise") then return nil end
  local id = element.identifier
  if known[id] then
    boxed[id] = true
    return box(known[id])
  end
  report.error(here.text, report.line_of(here.text, 'id="' .. id .. '"'),
    "no file of " .. here.stem .. " opens with @exercise " .. id .. ": correct the id or write the exercise")
  return nil
end

local function report_unboxed()
  for id, exercise in pairs(known) do
    if not boxed[id] then
      report.error(exercise.source, 1, "exercise " .. id .. " has no box in " .. here.text .. ': add ::: {.exercise id="' .. id .. '"} and :::')
    end
  end
end

function Pandoc(doc)
  here = chapter.of(doc)
  read_exercises(pandoc.utils.stringify(doc.meta.exercises or ""))
  doc = doc:walk { Div = fill }
  report_unboxed()
  report.finish()
  return doc
end
