-- merge_labels.lua: joins the labels of all chapters and checks that none is defined twice.
--
--     texlua merge_labels.lua LABELS.tsv… >ALL.tsv
--
-- Source lines are left out of the result: they change when a paragraph does, labels do not.

package.path = "docs/lib/?.lua;" .. package.path
local files, report = require "files", require "report"

local function text_of(stem) return "chapters/" .. stem .. "/text.md" end

local first = {}            -- identifier -> the row that defined it
for _, path in ipairs(arg) do
  for _, row in ipairs(files.rows(path)) do
    local id, kind, number, stem, line, title = table.unpack(row)
    if first[id] then
      local other = first[id]
      report.error(text_of(stem), tonumber(line), string.format(
        "the identifier %s is defined in %s:%s already: rename one of the two", id, text_of(other[4]), other[5]))
    end
    first[id] = row
    print(table.concat({ id, kind, number, stem, title }, "\t"))
  end
end
report.finish()
