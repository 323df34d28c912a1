-- plain.lua: texts that the tool shows, as the book has them.

local plain = {}

-- With pandoc's subscripts and superscripts in place of those signs of Unicode's that the body font lacks.
local raised = { ["ᵀ"] = "T", ["⁻"] = "−", ["ᵖ"] = "p" }
function plain.inlines(text)
  local inlines = pandoc.Inlines {}
  for _, code in utf8.codes(text) do
    local char, is_digit = utf8.char(code), code >= 0x2080 and code <= 0x2089
    inlines:insert(is_digit and pandoc.Subscript(tostring(code - 0x2080))
      or raised[char] and pandoc.Superscript(raised[char]) or pandoc.Str(char))
  end
  return inlines
end

return plain
