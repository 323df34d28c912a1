/* browser.js: the site in Debian's Chromium, from a folder and from a server of our own. */
import { createServer } from "node:http";
import { createReadStream, existsSync, statSync } from "node:fs";
import { extname, join, normalize, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const types = {
  ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml",
  ".json": "application/json", ".wasm": "application/wasm", ".otf": "font/otf", ".ttf": "font/ttf",
};

function serve(root) {
  const server = createServer((request, response) => {
    const path = join(root, normalize(decodeURIComponent(new URL(request.url, "http://x").pathname)));
    const file = existsSync(path) && statSync(path).isDirectory() ? join(path, "index.html") : path;
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
}

/* Starts both. open(path, options) is a page with `errors`: what its console or its requests complained
 * of. Options: file (from the folder), width (1280), dark (what the system prefers), and script (whether
 * scripts run). Each page has a profile of its own, as of a first visit, unless a folder is given for that of all. */
export async function start(folder, { profile } = {}) {
  const root = resolve(folder), server = await serve(root);
  const http = `http://127.0.0.1:${server.address().port}/`;
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", headless: true, protocolTimeout: 600000,
    userDataDir: profile,
    args: ["--no-sandbox", "--disable-gpu", "--hide-scrollbars"],
  });

  async function prepare(page, { width = 1280, height = 900, dark = false, script = true } = {}) {
    page.setDefaultTimeout(120000); // a busy machine is no failure
    await page.setViewport({ width, height });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
    await page.setJavaScriptEnabled(script);
  }

  function watch(page) {
    page.errors = [];
    page.on("console", (message) => message.type() === "error" && page.errors.push(message.text()));
    page.on("pageerror", (error) => page.errors.push(String(error)));
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(http) && !/^(file|data|blob|about):/.test(url)) page.errors.push("asks for " + url);
    });
    page.on("requestfailed", (request) => page.errors.push("does not get " + request.url()));
  }

  const address = (path, file) => (file ? pathToFileURL(root) + "/" : http) + path;

  async function open(path, options = {}) {
    const page = await (profile ? browser : await browser.createBrowserContext()).newPage();
    watch(page);
    await prepare(page, options);
    await page.goto(address(path, options.file), { waitUntil: "load" });
    return page;
  }

  async function stop() {
    await browser.close();
    server.close();
  }
  return { root, pid: browser.process().pid, open, prepare, address, stop };
}
