-- api.lua: addresses of Doxygen's pages, from the tag file that Doxygen writes.

local files = require "files"

local api = {}
api.__index = api

-- Reads a tag file.
function api.read(path)
  local pages = {}
  for compound in (files.read(path) or ""):gmatch('<compound kind="file">(.-)</compound>') do
    local name = compound:match("<name>(.-)</name>")
    local page = compound:match("<filename>(.-)</filename>"):gsub("%.html$", "")
    pages[name] = "api/" .. page
  end
  return setmetatable({ pages = pages }, api)
end

-- The name by which Doxygen knows a file of the library, or nil for other files.
local function documented(path)
  return path:match("^src/optim/(.*)$") or path:match("^src/lab/(.*)$")
end

-- The page of a file's source at a line, or nil if the file is not documented.
function api:source(path, line)
  local page = self.pages[documented(path) or ""]
  return page and string.format("%s_source.html#l%05d", page, line)
end

-- The page of the header that belongs to a source file, or nil.
function api:header(path)
  local page = self.pages[(documented(path) or ""):gsub("%.c$", ".h")]
  return page and page .. ".html"
end

return api
