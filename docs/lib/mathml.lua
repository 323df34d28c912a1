-- mathml.lua: mathematics as MathML, spaced as TeX does.

local mathml = {}

-- Bold digits as signs of their own: Chromium shows MathML's attribute for them in plain type.
local function with_bold_digits(html)
  return (html:gsub('<mstyle mathvariant="bold">(.-)</mstyle>', function(inner)
    return "<mrow>" .. inner:gsub("<mn>([%d.]+)</mn>", function(number)
      return "<mn>" .. number:gsub("%d", function(digit) return utf8.char(0x1d7ce + tonumber(digit)) end) .. "</mn>"
    end) .. "</mrow>"
  end))
end

-- Whether what stands before a function's name is a factor, which TeX keeps apart from it.
local function ends_in_operand(html)
  local stripped, more = html, 1
  while more > 0 do stripped, more = stripped:gsub("<m%a+>$", "") end
  return stripped:find("</m[^o]%a*>$") and not stripped:find("<mi>/</mi>$")
end

-- Whether what follows, after the name's own index or power, is its argument without brackets.
local function begins_with_operand(html, script)
  if script then html = html:match("</" .. script .. ">(.*)$") end
  return not (html:find("^</") or html:find("^<mi>/") or html:find("^<mo") or html:find("^<mrow><mo[^>]*form=\"prefix\""))
end

-- Letters that pandoc takes for operators, which browsers would set apart.
local function with_letters(html)
  return (html:gsub("<mo>ℓ</mo>", "<mi>ℓ</mi>"):gsub("<mo>\u{1d71a}</mo>", "<mi>ϱ</mi>"))
end

-- Functions such as log: browsers set them as wide as relations.
local function space_functions(html)
  return (html:gsub("()<mo>(%a+)</mo>()", function(at, name, after)
    local before = html:sub(1, at - 1)
    local left = ends_in_operand(before) and "0.167em" or "0"
    local right = begins_with_operand(html:sub(after), before:match("<(ms%a+)>$")) and "0.167em" or "0"
    return string.format('<mo lspace="%s" rspace="%s">%s</mo>', left, right, name)
  end))
end

-- pandoc lets every bracket grow; only those of \left,
-- \right, matrices and binomial coefficients should. Hats do not grow, signs stand close to their
-- number, and bars to what is between them.
local function space_as_tex(html, brackets_grow)
  html = html:gsub('accent="true">\u{302}', 'accent="true" stretchy="false">ˆ')
  html = html:gsub('form="%a+fix">∥', 'lspace="0" rspace="0">∥')
  for _, sign in ipairs { "−", "±" } do
    html = html:gsub('(<mo[^>]*>[^<]*</mo>)<mo>' .. sign, function(before)
      if before:find("postfix") or before:find(">%a") or before:find("∥", 1, true) then return nil end
      return before .. '<mo form="prefix">' .. sign
    end)
  end
  if brackets_grow then return html end
  html = html:gsub('stretchy="true" (form="%a+fix">[%(%)%[%]|])', 'stretchy="false" %1')
  return (html:gsub('stretchy="false"( form="prefix">%(</mo><mfrac linethickness="0">.-</mfrac><mo )stretchy="false"', 'stretchy="true"%1stretchy="true"'))
end

local options = pandoc.WriterOptions { html_math_method = "mathml" }

-- The formula as HTML, or nil if MathML cannot express it.
function mathml.of(math)
  local html = pandoc.write(pandoc.Pandoc { pandoc.Plain { math } }, "html", options)
  if not html:find("^<math") then return nil end
  -- \bigl of a slash: only operators have a size.
  html = html:gsub('<mi minsize="[%d.]*" maxsize="[%d.]*">', "<mi>")
  local brackets_grow = math.text:find("\\left", 1, true) or math.text:find("matrix}", 1, true)
  return space_as_tex(space_functions(with_letters(with_bold_digits(html))), brackets_grow)
end

return mathml
