-- one_line.lua: a formula's MathML as a line of text, as one would type it: a_t = (1 − λ^t)/(1 − λ).

local one_line = {}

local entities = { ["&lt;"] = "<", ["&gt;"] = ">", ["&amp;"] = "&" }
local relations = { ["="] = true, ["<"] = true, [">"] = true, ["≤"] = true, ["≥"] = true, ["≈"] = true, ["←"] = true,
  ["→"] = true, ["∈"] = true, ["≠"] = true }
local accents = { ["ˆ"] = "\u{302}", ["\u{303}"] = "\u{303}", ["‾"] = "\u{304}", ["\u{307}"] = "\u{307}", ["⏟"] = "" }

local function grouped(line)
  return (line:find("^[%w.]+$") or utf8.len(line) <= 1) and line or "(" .. line .. ")"
end

-- An element's line, from those of its children.
local forms = {
  mrow = function(...) return table.concat { ... } end,
  msub = function(base, index) return base .. (accents[index] or "_" .. grouped(index)) end,
  msup = function(base, power) return base .. "^" .. grouped(power) end,
  msubsup = function(base, index, power) return base .. "_" .. grouped(index) .. "^" .. grouped(power) end,
  mfrac = function(above, below) return grouped(above) .. "/" .. grouped(below) end,
  msqrt = function(...) return "√" .. grouped(table.concat { ... }) end,
  mroot = function(base, degree) return grouped(base) .. "^(1/" .. degree .. ")" end,
  mover = function(base, above) return base .. (accents[above] or "^" .. grouped(above)) end,
  mo = function(sign) return relations[sign] and " " .. sign .. " " or sign or "" end,
  mtd = function(...) return table.concat { ... } .. " " end,
  mspace = function() return " " end,
  annotation = function() return "" end,
}
forms.munder, forms.munderover = forms.msub, forms.msubsup

-- The line of what stands at a place, an element or text, and where it ends.
local function line_at(html, at)
  local name, tag_end = html:match("^<(%a+)[^>]*()>", at)
  if not name then
    local text, after = html:match("^([^<]+)()", at)
    return text:gsub("&%a+;", entities), after
  end
  local form, children, next = forms[name] or forms.mrow, {}, tag_end + 1
  if html:sub(tag_end - 1, tag_end - 1) == "/" then return form(), next end
  while html:sub(next, next + 1) ~= "</" do
    children[#children + 1], next = line_at(html, next)
  end
  return form(table.unpack(children)), html:find(">", next, true) + 1
end

function one_line.of(html)
  return (line_at(html, 1))
end

return one_line
