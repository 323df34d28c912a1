-- mistakes.lua: the known mistakes of an exercise, as src/tool/mistakes.h describes the list.

local files = require "files"
local mistakes = {}

-- {name, says, edits} for each in tests/NN-stem/mistakes/NAME; none if there is no such file.
function mistakes.read(exercise)
  local path = exercise.source:gsub("^solutions/", "tests/"):gsub("([^/]*)%.c$", "mistakes/%1")
  local list, part = {}, nil
  for _, line in ipairs(files.exists(path) and files.lines(path) or {}) do
    local name = line:match("^== (.*)")
    if name then
      list[#list + 1] = { name = name, says = {}, edits = {} }
      part = list[#list].says
    else
      if line:find("^@@") then part = list[#list].edits end
      part[#part + 1] = line
    end
  end
  for _, mistake in ipairs(list) do
    mistake.says = table.concat(mistake.says, " ")
    mistake.edits = table.concat(mistake.edits, "\n"):gsub("%s+$", "")
  end
  return list
end

return mistakes
