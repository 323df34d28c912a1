-- quiz.lua: adds the chapter's quiz to its end, as a section of its own.
--
-- Reads what src/book/quiz.c wrote: a div .question for each, with the divs .title, .ask and .choice.

package.path = "docs/lib/?.lua;" .. package.path
local chapter, files = require "chapter", require "files"

local several = pandoc.Para { pandoc.Emph(pandoc.read("Any number of them may be right.").blocks[1].content) }

-- Where the answers are for a reader on paper.
local function asked_by_tool(number)
  local text = "In the terminal, `build/descent quiz " .. number .. "` asks these questions, and says why an answer is right or wrong."
  return pandoc.read(text, "markdown").blocks[1]
end

local function complete(question, number)
  question.attributes.number = tostring(number)
  if question.attributes.kind == "several" then question.content[2].content:insert(several) end
  return question
end

function Pandoc(doc)
  local here = chapter.of(doc)
  if not files.exists(here.quiz) then return nil end
  local quiz = pandoc.read(files.read(here.out .. "/quiz.md"), "markdown")
  local short = here.stem:gsub("^%d+%-", "")
  doc.blocks:insert(pandoc.Header(2, "Questions", pandoc.Attr("sec:" .. short .. "-questions")))
  doc.blocks:insert(asked_by_tool(here.number))
  for i, question in ipairs(quiz.blocks) do doc.blocks:insert(complete(question, i)) end
  return doc
end
