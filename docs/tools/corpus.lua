-- corpus.lua: a chapter as plain ASCII prose, a paragraph a line, for the laboratory's corpus.
--
--     pandoc --from=markdown --to=plain --wrap=none --lua-filter=docs/tools/corpus.lua text.md
--
-- Code, displayed formulas, tables and the statements of exercises are left out. A formula in a line
-- stays as TeX. Numbers that the build computes, and references, become #.

local ascii = {
  ['–'] = '-', ['—'] = '-', ['−'] = '-', ['‘'] = "'", ['’'] = "'", ['“'] = '"', ['”'] = '"',
  ['…'] = '...', ['×'] = 'x', ['±'] = '+-', ['\u{a0}'] = ' ', ['\u{202f}'] = ' ',
  ['é'] = 'e', ['è'] = 'e', ['ö'] = 'o', ['ü'] = 'u', ['ä'] = 'a', ['ó'] = 'o', ['ć'] = 'c', ['ł'] = 'l',
}

local function plain(text)
  return (text:gsub(utf8.charpattern, function(c) return ascii[c] or (c:byte() < 128 and c or '') end))
end

local words = {
  Math = function(m)
    return m.mathtype == 'InlineMath' and pandoc.Str('$' .. m.text:gsub('%s+', ' ') .. '$') or {}
  end,
  Span = function(s)
    if s.classes:includes('fact') then return pandoc.Str('#') end
    return s.content
  end,
  Link = function(l)
    return #l.content == 0 and pandoc.Str('#') or l.content
  end,
  Code = function(c) return pandoc.Str(c.text) end,
  Cite = function() return {} end,
  Note = function() return {} end,
  Image = function(i) return i.caption end,
}

local lines = {}

local function add(inlines)
  local text = pandoc.utils.stringify(pandoc.Para(inlines):walk(words))
  text = plain(text):gsub('%s+', ' '):gsub(' ([.,;:])', '%1'):gsub('^ ', ''):gsub(' $', '')
  if text:find('%a') then lines[#lines + 1] = text end
end

function Pandoc(doc)
  doc.blocks:walk {
    traverse = 'topdown',
    Div = function(d)
      if d.classes:includes('exercise') then return {}, false end
    end,
    Table = function() return {}, false end,
    CodeBlock = function() return {} end,
    Header = function(h) add(h.content) end,
    Para = function(p) add(p.content) end,
    Plain = function(p) add(p.content) end,
  }
  return pandoc.Pandoc({ pandoc.RawBlock('plain', table.concat(lines, '\n')) })
end
