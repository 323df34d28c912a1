-- marks.lua: makes a mark sheet of a chapter, to be filled in by hand: a row a student, a column an exercise.
--
-- Runs on chapter.json. Students are the rows of the CSV in the metadata "roster", by its first two columns;
-- without one the rows are blank.

package.path = "docs/lib/?.lua;" .. package.path
local chapter, files, report = require "chapter", require "files", require "report"

local rows_on_page = 20

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

local function headings(doc)
  local text, count, total, questions = "", 0, 0, 0
  doc:walk { Div = function(div)
    if div.classes:includes("exercise") then
      text = text .. heading(div.attributes.number, div.attributes.points)
      count, total = count + 1, total + tonumber(div.attributes.points)
    elseif div.classes:includes("question") then
      questions = questions + 1
    end
  end }
  return text .. heading("Total", total) .. heading("Questions", questions) .. " & \\textbf{Remarks}", count
end

function Pandoc(doc)
  local here = chapter.of(doc)
  local roster = pandoc.utils.stringify(doc.meta.roster or "")
  local students = roster ~= "" and read_roster(roster) or {}
  report.finish()
  local head, count = headings(doc)
  local blocks = pandoc.Blocks { pandoc.RawBlock("latex", "\\setcounter{chapter}{" .. here.number .. "}") }
  local pages = math.max(1, math.ceil(#students / rows_on_page))
  for page = 1, pages do
    local inlines = pandoc.Inlines { raw("\\begin{marktable}{" .. count .. "}" .. head .. "\\markrule\n") }
    for i = (page - 1) * rows_on_page + 1, page * rows_on_page do
      local student = students[i] or { pandoc.Inlines {}, pandoc.Inlines {} }
      inlines:insert(raw("\\student{"))
      inlines:extend(student[1])
      inlines:insert(raw("}{"))
      inlines:extend(student[2])
      inlines:insert(raw("}" .. string.rep(" & ", count + 3) .. "\\markrule\n"))
    end
    inlines:insert(raw("\\end{marktable}"))
    blocks:insert(pandoc.Plain(inlines))
  end
  doc.blocks = blocks
  return doc
end
