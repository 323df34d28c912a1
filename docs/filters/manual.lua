-- manual.lua: makes a page of the site from one of the pages in docs/, which are written to be read
-- as they are, too.
--
-- The heading is the title. Links to other pages of docs/ lead to their pages in the site; what is not
-- in the site, such as a source, is named without a link. "pages" in the metadata lists the pages.

package.path = "docs/lib/?.lua;" .. package.path
local wide = require "wide"

local pages = {}

local function title_of(doc)
  for i, block in ipairs(doc.blocks) do
    if block.t == "Header" and block.level == 1 then
      doc.blocks:remove(i)
      return block.content
    end
  end
end

local function link(element)
  local page, fragment = element.target:match("^([%w-]+)%.md(.*)$")
  if page and pages[page] then
    element.target = (page == "guide" and "index" or page) .. ".html" .. fragment
  elseif not element.target:find("^#") and not element.target:find("^%a+:") then
    return element.content
  end
  return element
end

local function first_words(doc)
  for _, block in ipairs(doc.blocks) do
    if block.t == "Para" then return pandoc.utils.stringify(block) end
  end
  return ""
end

function Pandoc(doc)
  for page in pandoc.utils.stringify(doc.meta.pages):gmatch("%S+") do pages[page] = true end
  doc.meta.title = title_of(doc)
  doc.meta.summary = first_words(doc)
  doc.meta.manual = true
  return doc:walk { Link = link, CodeBlock = wide.code, Table = wide.table }
end
