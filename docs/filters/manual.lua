-- manual.lua: makes a page of the site from one of the pages in docs/, which are written to be read
-- as they are, too.
--
-- The heading is the title. Links to other pages of docs/ lead to their pages in the site; what is not
-- in the site, such as a source, is named without a link. "pages" in the metadata lists the pages.

package.path = "docs/lib/?.lua;" .. package.path
local files, sidebar, wide = require "files", require "sidebar", require "wide"

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

-- The pages and their headings, the guide first.
local function titles()
  local list = pandoc.List {}
  for page in pairs(pages) do
    local title = files.read("docs/" .. page .. ".md"):match("^# ([^\n]*)")
    list:insert { name = page == "guide" and "index" or page, title = title }
  end
  list:sort(function(a, b) return (a.name == "index" and "" or a.title) < (b.name == "index" and "" or b.title) end)
  return list
end

local function with_anchor(header)
  if header.level > 3 then return nil end
  header.content:extend { pandoc.Space(), pandoc.Link({ pandoc.Str("#") }, "#" .. header.identifier, "",
    pandoc.Attr("", { "anchor", "after" }, { ["aria-label"] = "Link to: " .. pandoc.utils.stringify(header) })) }
  return header
end

function Pandoc(doc)
  for page in pandoc.utils.stringify(doc.meta.pages):gmatch("%S+") do pages[page] = true end
  doc.meta.title = title_of(doc)
  doc.meta.summary = first_words(doc)
  doc.meta.manual = true
  doc.meta["guide-titles"] = titles()
  doc.meta.sidebar = sidebar.of(doc, "guide/" .. pandoc.utils.stringify(doc.meta.page))
  return doc:walk { Link = link, CodeBlock = wide.code, Table = wide.table, Header = with_anchor }
end
