-- report.lua: build errors in the form that compilers use, "file:line: error: what to do".
--
-- A filter reports everything that is wrong and then calls finish(), so that
-- one build shows all the errors of its kind and not only the first.

local report = {}
local reported, failed = {}, false

-- Two listings of one file would report its errors twice: each error is printed once.
function report.error(file, line, message)
  local text = string.format("%s:%d: error: %s\n", file, line or 1, message)
  if not reported[text] then io.stderr:write(text) end
  reported[text], failed = true, true
end

-- Ends the program if an error was reported.
function report.finish()
  if failed then
    io.stderr:flush()
    os.exit(1)
  end
end

-- The first line of a file that contains a text, or 1: pandoc keeps no positions.
function report.line_of(path, text)
  local file = io.open(path)
  if not file then return 1 end
  local number, found = 0, 1
  for line in file:lines() do
    number = number + 1
    if line:find(text, 1, true) then
      found = number
      break
    end
  end
  file:close()
  return found
end

-- The file of a chapter, its text or else its quiz, that contains a text, and the line.
function report.place(here, text)
  local line, in_quiz = report.line_of(here.text, text), report.line_of(here.quiz, text)
  if line == 1 and in_quiz > 1 then return here.quiz, in_quiz end
  return here.text, line
end

return report
