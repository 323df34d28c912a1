-- check_regions.lua: finds the regions that are marked in the library and not used by any chapter.
--
--     texlua check_regions.lua SOURCE… -- REGIONS.tsv…
--
-- The second list says which regions each chapter wove (filters/weave.lua writes it).

package.path = "docs/lib/?.lua;" .. package.path
local files, regions, report = require "files", require "regions", require "report"

local sources, lists = {}, {}
local list = sources
for _, path in ipairs(arg) do
  if path == "--" then list = lists else list[#list + 1] = path end
end

local used = {}
for _, path in ipairs(lists) do
  for _, row in ipairs(files.rows(path)) do used[row[1] .. "\t" .. row[2]] = true end
end

for _, path in ipairs(sources) do
  local found, problems = regions.read(path)
  for _, problem in ipairs(problems) do report.error(path, problem[1], problem[2]) end
  for name, region in pairs(found) do
    if not used[path .. "\t" .. name] then
      report.error(path, region.first - 1, "no chapter uses the region [" .. name
        .. "]: weave it with snippet=\"" .. name .. '" or take its two marks away')
    end
  end
end
report.finish()
