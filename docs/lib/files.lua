-- files.lua: small helpers to read and write the files the book is made from.

local files = {}

-- The whole text of a file, or nil.
function files.read(path)
  local file = io.open(path, "rb")
  if not file then return nil end
  local text = file:read("a")
  file:close()
  return text
end

-- The lines of a file, or nil.
function files.lines(path)
  local text = files.read(path)
  return text and files.split_lines(text)
end

function files.split_lines(text)
  local lines = {}
  for line in (text:gsub("\n?$", "\n", 1)):gmatch("(.-)\r?\n") do
    lines[#lines + 1] = line
  end
  return lines
end

function files.exists(path)
  local file = io.open(path)
  if file then file:close() end
  return file ~= nil
end

function files.write(path, text)
  local file = assert(io.open(path, "wb"))
  file:write(text)
  assert(file:close())
end

-- The rows of a file of tab-separated values, each a list of fields; none if there is no file.
function files.rows(path)
  local rows = {}
  for _, line in ipairs(files.lines(path) or {}) do
    local row = {}
    for field in (line .. "\t"):gmatch("(.-)\t") do
      row[#row + 1] = field
    end
    if line ~= "" then rows[#rows + 1] = row end
  end
  return rows
end

return files
