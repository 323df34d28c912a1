-- finish_api.lua: gives Doxygen's pages what they lack: their language, the reader's theme, a main part with
-- a heading of the first level, and the diagrams, which are part of the page and have its colors (api.css).
-- Links without words go.
--
--     texlua finish_api.lua API-DIRECTORY

local lfs = require "lfs"
package.path = "docs/lib/?.lua;" .. package.path
local files = require "files"

local function with_main(html)
  local title = html:match("<title>[^:]*: (.-)</title>") or html:match("<title>(.-)</title>")
  local main = '<main>\n<div class="header">'
  local headed, count = html:gsub('<div class="title">([^<]*)', '<h1 class="title">%1</h1><div>', 1)
  if count == 0 then
    headed = headed:gsub('<div class="contents">', main:gsub("%%", "%%%%") .. '<h1 class="title">' .. title .. '</h1></div>\n%0', 1)
  else
    headed = headed:gsub('<div class="header">', main, 1)
  end
  return (headed:gsub("<!%-%- start footer part %-%->", "</main>\n%0", 1))
end

-- Two diagrams of a page have the same ids. A title of graphviz's is the name of a node. The page's own file is grey.
local function diagram(name)
  local path = arg[1] .. "/" .. name
  local svg = files.read(path):match("<svg.*</svg>"):gsub("<!%-%-.-%-%->\n", ""):gsub("<title>.-</title>\n", "")
  assert(os.remove(path))
  return (svg:gsub(' id="[^"]*"', ""):gsub('fill="#bfbfbf"', 'class="own"'))
end

local function finish(html)
  html = html:gsub("^<!DOCTYPE[^>]*>\n<html[^>]*>", '<!DOCTYPE html>\n<html lang="en">', 1)
  html = html:gsub("</title>", '%0\n<link rel="icon" href="data:,"/>\n<script src="../theme.js"></script>', 1)
  html = html:gsub('<div id="top">', '<div id="top" role="banner">', 1)
  html = html:gsub('<a href="[^"]*">(<span class="icondoc"></span>)</a>', "%1")
  html = html:gsub('<h3>(<a id="index_.-)</h3>', "<h2>%1</h2>")
  html = html:gsub('<div class="center"><iframe [^>]*src="([^"]*)".-</iframe>', function(name)
    return '<div class="diagram" role="group" aria-label="Files that include each other" tabindex="0">' .. diagram(name)
  end)
  return with_main(html)
end

for name in lfs.dir(arg[1]) do
  if name:find("%.html$") then
    local path = arg[1] .. "/" .. name
    local html = finish(files.read(path))
    local file = assert(io.open(path, "w"))
    assert(file:write(html))
    file:close()
  end
end
