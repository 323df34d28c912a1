// module.js: a figure's C code, compiled to WebAssembly (src/live/module.c), as an object.

// NUL-terminated, as C has it.
function textAt(memory, address) {
  const bytes = new Uint8Array(memory.buffer);
  return String.fromCharCode(...bytes.subarray(address, bytes.indexOf(0, address)));
}

function names(memory, nameOf) {
  const list = [];
  for (let address; (address = nameOf(list.length)) !== 0;) list.push(textAt(memory, address));
  return list;
}

// { defaults: {name: value}, run(settings) → {name: Float64Array} }. The arrays are views: the next run
// overwrites them.
export function instantiate(bytes) {
  const c = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports;
  c._initialize();
  const settings = {}, defaults = {}, results = {};
  names(c.memory, c.setting_name).forEach((name, i) => {
    settings[name] = new Float64Array(c.memory.buffer, c.setting(i), 1);
    defaults[name] = settings[name][0];
  });
  names(c.memory, c.result_name).forEach((name, i) => {
    results[name] = new Float64Array(c.memory.buffer, c.result(i), c.result_size(i));
  });
  return {
    defaults,
    run(values) {
      for (const name in settings) settings[name][0] = values[name];
      c.run();
      return results;
    },
  };
}
