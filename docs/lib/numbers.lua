-- numbers.lua: typesets the value of a fact, in text and in mathematics.
--
-- A value is what a C program prints: -0.0956, 1.2e-05, 123456. The book shows it with a
-- true minus, a power of ten, and thin spaces between thousands from 10 000 on.

local numbers = {}

local thin = "\u{202F}"      -- a no-break space

-- sign, mantissa and exponent of a number as text, or nil.
local function parse(value)
  local sign, digits, exponent = value:match("^([-+]?)(%d+%.?%d*)[eE]([-+]?%d+)$")
  if digits then return sign, digits, tostring(math.tointeger(tonumber(exponent))) end
  sign, digits = value:match("^([-+]?)(%d+%.?%d*)$")
  return sign, digits, nil
end

-- Puts a separator between groups of three digits, if the number is 10 000 or more.
local function group(digits, separator)
  local whole, rest = digits:match("^(%d+)(.*)$")
  if #whole < 5 then return digits end
  local grouped = whole:reverse():gsub("(%d%d%d)", "%1 "):reverse():gsub("^ ", "")
  return (grouped:gsub(" ", function() return separator end)) .. rest
end

-- A text, with its numbers grouped as facts are.
local function group_all(text, separator)
  return (text:gsub("(%d+)(%.?%d*)", function(whole, rest) return group(whole, separator) .. rest end))
end

-- What is typed in the text, as facts are typeset: numbers, but no names with digits in them; and
-- a percent sign close to its number.
function numbers.typed(text)
  if not text:find("[%a/]") then text = group_all(text, thin) end
  return (text:gsub("\u{A0}%%", thin .. "%%"))
end

function numbers.typed_tex(tex)
  return group_all(tex, "\\,")
end

-- As TeX mathematics.
function numbers.tex(value)
  local sign, digits, exponent = parse(value)
  if not digits then return "\\text{" .. value .. "}" end
  if not exponent then return sign .. group(digits, "\\,") end
  if digits == "1" then return sign .. "10^{" .. exponent .. "}" end
  return sign .. group(digits, "\\,") .. " \\times 10^{" .. exponent .. "}"
end

-- As plain text, and apart from it the exponent of ten or nil.
function numbers.plain(value)
  local sign, digits, exponent = parse(value)
  if not digits then return value end
  local minus = "−"
  if sign == "-" then sign = minus end
  exponent = exponent and exponent:gsub("-", minus)
  if exponent and digits == "1" then return sign .. "10", exponent end
  return sign .. group(digits, thin) .. (exponent and "\u{A0}×\u{A0}10" or ""), exponent
end

return numbers
