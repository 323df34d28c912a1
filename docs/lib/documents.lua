-- documents.lua: what the search finds, as lines of JavaScript for search-index.js.

local documents = {}

local escapes = { ['"'] = '\\"', ["\\"] = "\\\\", ["\n"] = " ", ["<"] = "\\u003c", ["\u{2028}"] = " ", ["\u{2029}"] = " " }

local function quoted(text)
  return '"' .. text:gsub("\u{A0}", " "):gsub('["\\\n<]', escapes):gsub("%c", " "):gsub("  +", " "):gsub("^ ", ""):gsub(" $", "") .. '"'
end

-- One document: its kind, where it is, its title and its text.
function documents.line(kind, href, title, text)
  return string.format('{"kind":%s,"href":%s,"title":%s,"text":%s},\n', quoted(kind), quoted(href), quoted(title), quoted(text))
end

return documents
