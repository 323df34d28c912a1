-- check_links.lua: finds dead links in the site, from page to page, to images and to fragments.
--
--     texlua check_links.lua SITE [FILE...]
--
-- The FILEs are still being made, and will be in the site.
-- Links to other hosts are not followed, but nothing may be loaded from one: the site works
-- offline.

package.path = "docs/lib/?.lua;" .. package.path
local files, report = require "files", require "report"
local lfs = require "lfs"

local site = arg[1]
local pages = {}            -- path within the site -> {text, ids}
local to_come = {}
for i = 2, #arg do to_come[arg[i]] = true end

local function each_file(directory, visit)
  for name in lfs.dir(site .. "/" .. directory) do
    local path = directory .. name
    if name:sub(1, 1) ~= "." then
      if lfs.attributes(site .. "/" .. path, "mode") == "directory" then
        each_file(path .. "/", visit)
      else
        visit(path)
      end
    end
  end
end

local function decode(text)
  return (text:gsub("&amp;", "&"):gsub("%%(%x%x)", function(hex) return string.char(tonumber(hex, 16)) end))
end

local function ids_of(text)
  local ids = {}
  for _, attribute in ipairs { "id", "name" } do
    for id in text:gmatch("[%s]" .. attribute .. '="([^"]*)"') do ids[decode(id)] = true end
  end
  return ids
end

local function line_at(text, position)
  local _, count = text:sub(1, position):gsub("\n", "")
  return count + 1
end

-- "a/b/../c" -> "a/c"
local function normalize(path)
  local parts = {}
  for part in path:gmatch("[^/]+") do
    if part == ".." then table.remove(parts) elseif part ~= "." then parts[#parts + 1] = part end
  end
  return table.concat(parts, "/")
end

local function check(from, page, attribute, target, position)
  local function refuse(message)
    report.error(site .. "/" .. from, line_at(page.text, position), message)
  end
  if target:find("^data:") then return end
  if target:find("^%a[%w+.-]*:") or target:find("^//") then
    local loads = attribute == "src" or page.text:sub(1, position):find("<link[^<]*$")
    if loads then refuse("the page loads " .. target .. " from another host: ship it with the site") end
    return
  end
  local path, fragment = decode(target):match("^([^#?]*)%??[^#]*#?(.*)$")
  local to = path == "" and from or normalize((from:match("^.*/") or "") .. path)
  if not (pages[to] or to_come[to] or files.exists(site .. "/" .. to)) then
    refuse("dead link " .. target .. ": there is no " .. site .. "/" .. to)
  elseif fragment ~= "" and pages[to] and not pages[to].ids[fragment] then
    refuse("dead link " .. target .. ": " .. site .. "/" .. to .. " has nothing with id " .. fragment)
  end
end

each_file("", function(path)
  if path:find("%.html$") then
    local text = files.read(site .. "/" .. path)
    pages[path] = { text = text, ids = ids_of(text) }
  end
end)

for path, page in pairs(pages) do
  for _, attribute in ipairs { "href", "src" } do
    for position, target in page.text:gmatch('()[%s]' .. attribute .. '="([^"]*)"') do
      check(path, page, attribute, target, position)
    end
  end
end
report.finish()
