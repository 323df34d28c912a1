-- labels.lua: everything in the book that can be referred to, from labels.tsv.

local files = require "files"

local labels = {}

local words = { fig = "Figure", tbl = "Table", lst = "Listing", sec = "Section", ex = "Exercise", ch = "Chapter" }

-- identifier -> {kind, number, stem, title}, and the chapters in their order.
function labels.read(path)
  local all, chapters = {}, {}
  for _, row in ipairs(files.rows(path)) do
    local label = { kind = row[2], number = row[3], stem = row[4], title = row[5] }
    all[row[1]] = label
    if label.kind == "ch" then chapters[#chapters + 1] = label end
  end
  table.sort(chapters, function(a, b) return a.stem < b.stem end)
  return all, chapters
end

-- "Figure 1.1" with a no-break space; "equation (1.1)", with a capital where a sentence opens.
function labels.name(label, opens_sentence)
  if label.kind == "eq" then
    return (opens_sentence and "Equation" or "equation") .. "\u{A0}(" .. label.number .. ")"
  end
  return words[label.kind] .. "\u{A0}" .. label.number
end

-- The identifier of a listing: what the text gives it, or its number.
function labels.of_listing(block)
  return block.identifier ~= "" and block.identifier or "lst:" .. block.attributes.number
end

-- That of a question of the chapter's quiz.
function labels.of_question(here, div)
  return "question-" .. here.number .. "." .. div.attributes.number
end

return labels
