-- api.lua: addresses of Doxygen's pages, from the list that tools/list_api.lua makes.

local files = require "files"

local api = {}
api.__index = api

-- Reads the list.
function api.read(path)
  local pages = { source = {}, reference = {} }
  for _, row in ipairs(files.rows(path)) do pages[row[2]][row[1]] = "api/" .. row[3] end
  return setmetatable(pages, api)
end

-- The page of a file's source, at a line; nil for a file that is not of the library.
function api:source_of(path, line)
  local page = self.source[path]
  return page and string.format("%s#l%05d", page, line)
end

-- The page of the header that belongs to a source file, or nil.
function api:header_of(path)
  return self.reference[(path:gsub("%.c$", ".h"))]
end

return api
