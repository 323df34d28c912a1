-- marks.lua: makes a mark sheet, to be filled in by hand: a row a student, a column an exercise.
--
-- Runs on chapter.json, or with what `descent assigned` says of an assignment, as the file in the metadata
-- "assigned", on nothing; more than ten exercises are on several sheets. Students are the rows of the CSV in the metadata "roster", by its first two columns;
-- without one the rows are blank.

package.path = "docs/lib/?.lua;" .. package.path
local chapter, files, report = require "chapter", require "files", require "report"

local rows_on_page, columns_on_page = 20, 10

local function raw(text) return pandoc.RawInline("latex", text) end

-- A row's cells as inlines.
local function cells(row)
  local result = {}
  for i = 1, 2 do
    result[i] = row.cells[i] and pandoc.utils.blocks_to_inlines(row.cells[i].contents) or pandoc.Inlines {}
  end
  return result
end

-- The students in a CSV, each a name and a number.
local function read_roster(path)
  local text = files.read(path)
  local list = pandoc.read(text, "csv").blocks[1]
  local students = {}
  for _, row in ipairs(list and list.bodies[1].body or {}) do students[#students + 1] = cells(row) end
  if #students == 0 then
    report.error(path, 1, "there is no student: the roster is a CSV with a line of headings, and then a line for each student")
  elseif text:match("^[^\n,]*;") then
    report.error(path, 1, "the columns are separated by semicolons: save it with commas")
  end
  return students
end

-- The heading of a column, and the most that can be in it.
local function heading(name, most)
  return " & \\columnhead{" .. name .. "}{" .. (most or "") .. "}"
end

-- What is in the columns of each sheet, and how many exercises these are.
local function chapter_columns(doc)
  local text, count, total, questions = "", 0, 0, 0
  doc:walk { Div = function(div)
    if div.classes:includes("exercise") then
      text = text .. heading(div.attributes.number, div.attributes.points)
      count, total = count + 1, total + tonumber(div.attributes.points)
    elseif div.classes:includes("question") then
      questions = questions + 1
    end
  end }
  text = text .. heading("Total", total) .. heading("Questions", questions)
  return { { head = text, exercises = count, total = true, questions = true } }
end

-- The same of an assignment, and its name. The last sheet has the total.
local function assigned_columns(path)
  local sheets, sheet, total = {}, nil, 0
  local text = files.read(path)
  for id, points in text:gmatch("\n  (%S+) +([%d.]+) points") do
    if not sheet or sheet.exercises == columns_on_page then
      sheet = { head = "", exercises = 0 }
      sheets[#sheets + 1] = sheet
    end
    sheet.head, sheet.exercises, total = sheet.head .. heading(id, points), sheet.exercises + 1, total + points
  end
  sheet.head, sheet.total = sheet.head .. heading("Total", ("%.12g"):format(total)), true
  return sheets, text:match("[^\n]*")
end

-- The rows of a page of one sheet.
local function page_of(sheet, students, first)
  local columns = ("p{8mm}|"):rep(sheet.exercises) .. (sheet.total and "p{11mm}|" or "") ..
    (sheet.questions and "|p{19mm}|" or "")
  local inlines = pandoc.Inlines {
    raw("\\begin{marktable}{" .. columns .. "}" .. sheet.head .. " & \\textbf{Remarks}\\markrule\n") }
  local cells = sheet.exercises + (sheet.total and 1 or 0) + (sheet.questions and 1 or 0) + 1
  for i = first, first + rows_on_page - 1 do
    local student = students[i] or { pandoc.Inlines {}, pandoc.Inlines {} }
    inlines:insert(raw("\\student{"))
    inlines:extend(student[1])
    inlines:insert(raw("}{"))
    inlines:extend(student[2])
    inlines:insert(raw("}" .. (" & "):rep(cells) .. "\\markrule\n"))
  end
  inlines:insert(raw("\\end{marktable}"))
  return pandoc.Plain(inlines)
end

function Pandoc(doc)
  local roster = pandoc.utils.stringify(doc.meta.roster or "")
  local assigned = pandoc.utils.stringify(doc.meta.assigned or "")
  local students = roster ~= "" and read_roster(roster) or {}
  report.finish()
  local sheets, blocks = nil, pandoc.Blocks {}
  if assigned ~= "" then
    local name
    sheets, name = assigned_columns(assigned)
    doc.meta.title = pandoc.MetaInlines { pandoc.Str(name) }
  else
    sheets = chapter_columns(doc)
    blocks:insert(pandoc.RawBlock("latex", "\\setcounter{chapter}{" .. chapter.of(doc).number .. "}"))
  end
  for _, sheet in ipairs(sheets) do
    for first = 1, math.max(1, #students), rows_on_page do blocks:insert(page_of(sheet, students, first)) end
  end
  doc.blocks = blocks
  return doc
end
