-- list_api.lua: lists Doxygen's pages of files, from the titles that Doxygen gives them.
--
--     texlua list_api.lua API-DIRECTORY >api.tsv
--
-- Each row is a file, "source" or "reference", and the page's name. Doxygen's tag file would not
-- do: it leaves out the sources, which open with a plain comment.

local lfs = require "lfs"
package.path = "docs/lib/?.lua;" .. package.path
local files = require "files"

local directory = arg[1]
local rows = {}
for name in lfs.dir(directory) do
  if name:find("%.html$") then
    local title = files.read(directory .. "/" .. name):match("<title>[^:]*: (.-)</title>") or ""
    local path, kind = title:match("^(%S+) (%a+) File$")
    if not path then path, kind = title:match("^(%S+) File (%a+)$") end
    if path then rows[#rows + 1] = table.concat({ path, kind:lower(), name }, "\t") end
  end
end
table.sort(rows)
print(table.concat(rows, "\n"))
