/* pages.js: the pages of a site. */
import { readdirSync } from "node:fs";
import { join } from "node:path";

const html = (folder) => readdirSync(folder).filter((name) => name.endsWith(".html")).sort();

export const chapters = (site) => html(site.root).filter((name) => /^\d\d-/.test(name));
export const book = (site) => html(site.root);
export const guide = (site) => html(join(site.root, "guide")).map((name) => "guide/" + name);
export const api = (site) => html(join(site.root, "api")).map((name) => "api/" + name);
