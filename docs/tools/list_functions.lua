-- list_functions.lua: lists the functions, structures and constants of Doxygen's pages for the search.
--
--     texlua list_functions.lua API-DIRECTORY >api.found

local lfs = require "lfs"
package.path = "docs/lib/?.lua;" .. package.path
local documents, files = require "documents", require "files"

local entities = { lt = "<", gt = ">", amp = "&", quot = '"', nbsp = " ", ["#160"] = " ", ["#9670"] = "" }

local function words(html)
  return (html:gsub("<[^>]*>", " "):gsub("&(#?%w+);", entities):gsub("%s+", " "):gsub("^ ", ""):gsub(" $", ""))
end

local lines = {}

local member = '<a id="(%w+)" name="%w+"></a>%s*<h2 class="memtitle">(.-)</h2>()'

-- A page has a text, and members, each with an anchor, a heading, a declaration and a description.
local function list(page, html)
  local title = words(html:match("<title>[^:]*: (.-)</title>"))
  local function add(id, name, text)
    lines[#lines + 1] = documents.line("api", "api/" .. page .. id, name, text)
  end
  local about = html:match('<div class="textblock"><p ?>(.-)</div>')
  if about then add("", title, words(about)) end
  for id, heading, at in html:gmatch(member) do
    local till = html:find('<h2 class="memtitle">', at, true) or html:find("</div><!-- contents", at, true) or #html
    add("#" .. id, words(heading), words(html:sub(at, till - 1)) .. " " .. title)
  end
end

local pages = {}
for name in lfs.dir(arg[1]) do
  if name:find("^group__.*%.html$") or name:find("^struct.*%.html$") or name:find("_8h%.html$") then pages[#pages + 1] = name end
end
table.sort(pages)
for _, page in ipairs(pages) do list(page, files.read(arg[1] .. "/" .. page)) end
io.write(table.concat(lines))
