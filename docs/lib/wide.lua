-- wide.lua: what may be wider than the column gets a box in which it scrolls, with the keyboard too.

local wide = {}

function wide.code(block)
  block.attributes = { tabindex = "0" }
  return block
end

function wide.table(element)
  return { pandoc.RawBlock("html", '<div class="scroll" tabindex="0">'), element, pandoc.RawBlock("html", "</div>") }
end

return wide
