-- chapter.lua: what the filters know of the chapter at hand, from the metadata
-- that the Makefile passes to pandoc.

local utils = require "pandoc.utils"

local chapter = {}

-- stem "01-ewma", number 1, text and quiz (its sources), out (where its parts are built),
-- figures (where its figures and facts are), edition "student" or "instructor".
function chapter.of(doc)
  local function value(key) return utils.stringify(doc.meta[key] or "") end
  local stem = value("stem")
  return {
    stem = stem,
    number = tonumber(stem:match("^%d+")),
    text = "chapters/" .. stem .. "/text.md",
    quiz = "chapters/" .. stem .. "/quiz.md",
    out = value("out"),
    figures = value("figures"),
    edition = value("edition"),
  }
end

return chapter
