-- figures.lua: makes a div of class "figure" from a paragraph that is one image.
--
--     ![Caption.](ewma-vs-sma){#fig:ewma-vs-sma alt="Alternative text."}
--
-- Checks that the figure was drawn, has an identifier and an alternative text.

package.path = "docs/lib/?.lua;" .. package.path
local chapter, files, report = require "chapter", require "files", require "report"

local here

local function check(image)
  local line = report.line_of(here.text, "](" .. image.src .. ")")
  local function refuse(message) report.error(here.text, line, message) end
  if not image.identifier:find("^fig:.") then
    refuse("the figure " .. image.src .. " has no identifier: add {#fig:name}")
  end
  if not (image.attributes.alt or ""):find("%S") then
    refuse("the figure " .. image.src .. ' has no alternative text: add alt="…", what a reader who cannot see it should know')
  end
  if #image.caption == 0 then
    refuse("the figure " .. image.src .. " has no caption: write it between the square brackets")
  end
  for _, extension in ipairs { ".svg", ".pdf" } do
    local path = here.figures .. "/" .. image.src .. extension
    if not files.exists(path) then
      refuse("there is no " .. path .. ": draw it in a .gp file or correct the name")
    end
  end
end

local function figure(paragraph)
  local image = paragraph.content[1]
  if #paragraph.content ~= 1 or image.t ~= "Image" then return nil end
  check(image)
  return pandoc.Div({ pandoc.Plain(image.caption) }, pandoc.Attr(image.identifier, { "figure" },
    { src = image.src, alt = image.attributes.alt or "" }))
end

local function stray_image(image)
  report.error(here.text, report.line_of(here.text, "](" .. image.src .. ")"),
    "the figure " .. image.src .. " shares a paragraph with other text: set it off by blank lines")
end

function Pandoc(doc)
  here = chapter.of(doc)
  doc = doc:walk { Para = figure }
  doc:walk { Image = stray_image }
  report.finish()
  return doc
end
