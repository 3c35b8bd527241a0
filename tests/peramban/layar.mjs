// What a reader meets in the browser.

import { existsSync, readFileSync } from "node:fs";
import { pathToFileURL, fileURLToPath } from "node:url";
import { join } from "node:path";

import { tool } from "./alat.mjs";

export const WIDTHS = [320, 768, 1280];
export const SCHEMES = ["light", "dark"];
const HEIGHT = 800;

/// Each kind of page at each width, light and dark: axe-core, no sideways scrolling, nothing from
/// elsewhere, nothing in the console.
export async function screens(browser, origin, sample, report) {
  const axe = readFileSync(tool("axe-core/axe.min.js"), "utf8");
  for (const { kind, path } of sample) {
    // A page of its own for each: what one still fetches is not held against the next.
    const page = await browser.newPage();
    const watch = watching(page, origin);
    await page.goto(`${origin}/${path}`, { waitUntil: "load" });
    await page.evaluate(axe);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: HEIGHT });
        const name = `${kind} (${path}) ${width} px ${colorScheme}`;
        report.check(`${name}: tidak bergeser ke samping`, await page.evaluate(overflow));
        report.check(`${name}: axe-core`, await page.evaluate(violations));
      }
    }
    report.check(`${kind}: hanya dari 127.0.0.1, konsol bersih`, watch.faults);
    await page.close();
  }
}

function watching(page, origin) {
  const faults = [];
  const request = (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith("data:")) faults.push(`permintaan keluar: ${url}`);
  };
  const failed = (request) => faults.push(`gagal: ${request.url()}`);
  const response = (response) => response.status() >= 400 && faults.push(`${response.status()}: ${response.url()}`);
  const message = (message) => ["error", "warning"].includes(message.type()) && faults.push(`konsol: ${message.text()}`);
  const error = (error) => faults.push(`kesalahan: ${error.message}`);
  const listeners = { request, requestfailed: failed, response, console: message, pageerror: error };
  for (const [event, listener] of Object.entries(listeners)) page.on(event, listener);
  return { faults };
}

export function overflow() {
  const limit = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= limit) return [];
  const reaches = (element) => element.getBoundingClientRect().right > limit + 0.5;
  const wide = [...document.querySelectorAll("body *:not(svg, svg *)")].filter(reaches);
  const innermost = wide.filter((element) => ![...element.children].some(reaches));
  const names = innermost.slice(0, 5).map((element) => `${element.tagName.toLowerCase()}.${element.className} ${element.textContent.trim().slice(0, 40)}`);
  return [`lebar ${document.documentElement.scrollWidth} px pada layar ${limit} px`, ...names];
}

export async function violations() {
  const result = await axe.run(document, { resultTypes: ["violations", "incomplete"] });
  const told = (rule, node) => `${rule.id}: ${node.target.join(" ")} ${(node.failureSummary ?? "").replace(/\s+/g, " ").slice(0, 200)}`;
  // Of what axe can't decide, text that something lies over is no doubt: a reader can't see all of it. The rest (letters beside what a
  // stylesheet puts there) was looked at.
  const covered = (node) => [...node.any, ...node.all, ...node.none].some((check) => check.data?.messageKey === "elmPartiallyObscured");
  const doubts = result.incomplete.flatMap((rule) => rule.nodes.filter(covered).map((node) => told(rule, node)));
  return [...result.violations.flatMap((rule) => rule.nodes.map((node) => told(rule, node))), ...doubts];
}

/// With the keyboard alone: the way to the content is first, and where one is can always be seen.
export async function keyboard(browser, origin, sample, report) {
  const kinds = ["beranda-kabupaten", "lapor", "pelanggaran", "unduhan", "desa"];
  for (const { kind, path } of sample.filter(({ kind }) => kinds.includes(kind))) {
    for (const width of [390, 1280]) {
      const page = await browser.newPage({ viewport: { width, height: HEIGHT }, reducedMotion: "reduce" });
      await page.goto(`${origin}/${path}`);
      await page.keyboard.press("Tab");
      const start = await page.evaluate(focused);
      const main = `#${await page.evaluate(() => document.querySelector("main")?.id)}`;
      report.check(`${kind} ${width} px: langsung ke isi`, start.href === main ? seen(start) : [`yang pertama ${start.name}`]);
      if (start.href === main) {
        await page.keyboard.press("Enter");
        const now = `#${await page.evaluate(() => document.activeElement?.id)}`;
        report.check(`${kind} ${width} px: isi mendapat fokus`, now === main ? [] : [`fokus di ${now}`]);
      }
      report.check(`${kind} ${width} px: fokus selalu tampak`, await walk(page));
      if (width === 390) report.check(`${kind}: menu dibuka dengan papan ketik`, await openMenu(page));
      await page.close();
    }
  }
}

async function walk(page) {
  const faults = [];
  await page.evaluate(() => document.activeElement?.blur());
  await page.goto(page.url().split("#")[0]);
  const total = await page.evaluate(() => document.querySelectorAll("a[href], button, summary, input, select").length);
  for (let step = 0; step < Math.min(total, 60); step += 1) {
    await page.keyboard.press("Tab");
    // A busy browser scrolls to what has the focus a frame later.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const element = await page.evaluate(focused);
    if (element.name === "body") break;
    faults.push(...seen(element));
  }
  return faults;
}

async function openMenu(page) {
  const summary = page.locator("details.menu > summary");
  if ((await summary.count()) === 0) return ["tidak ada menu"];
  await summary.focus();
  await page.keyboard.press("Enter");
  const open = await page.locator("details.menu nav a").first().isVisible();
  await page.keyboard.press("Tab");
  const inside = await page.evaluate(() => document.activeElement?.closest("details.menu nav") !== null);
  return [...(open ? [] : ["menu tidak terbuka"]), ...(inside ? [] : ["fokus tidak masuk ke menu"])];
}

/// The focused element: where it is, and whether its focus has a look of its own.
function focused() {
  const element = document.activeElement;
  const name = element === document.body ? "body" : `${element.tagName.toLowerCase()} "${element.textContent.trim().slice(0, 30)}"`;
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const outline = style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 1;
  const ring = outline || style.boxShadow !== "none";
  const inView = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  const sees = document.elementFromPoint(
    Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1),
    Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1),
  );
  const covered = sees !== null && !element.contains(sees) && !sees.contains(element);
  return { name, href: element.getAttribute?.("href"), width: box.width, height: box.height, inView, ring, covered };
}

function seen(element) {
  const faults = [];
  if (element.width < 2 || element.height < 2 || !element.inView) faults.push(`${element.name} mendapat fokus tetapi tidak tampak`);
  if (!element.ring) faults.push(`fokus pada ${element.name} tidak ditandai`);
  if (element.covered) faults.push(`${element.name} tertutup benda lain`);
  return faults;
}

/// Without JavaScript every page says what it says with it.
export async function withoutScript(browser, origin, sample, report) {
  const [plain, full] = [await browser.newContext({ javaScriptEnabled: false }), await browser.newContext()];
  const [a, b] = [await plain.newPage(), await full.newPage()];
  const words = async (page, path) => {
    await page.goto(`${origin}/${path}`);
    // What needs a script says so, and is shown by it.
    await page.evaluate(() => document.querySelectorAll("[data-skrip]").forEach((element) => element.remove()));
    return (await page.locator("body").innerText()).replace(/\s+/g, " ");
  };
  for (const { kind, path } of sample) {
    const [without, withIt] = [await words(a, path), await words(b, path)];
    const faults = without === withIt && without.length > 100 ? [] : [`tanpa: ${without.length} huruf, dengan: ${withIt.length}`];
    report.check(`${kind}: terbaca tanpa JavaScript`, faults);
  }
  await plain.close();
  await full.close();
}

/// From a flash disk: the stylesheet works and every link leads to a file.
export async function offline(browser, site, sample, report) {
  for (const { kind, path } of sample.filter(({ kind }) => kind !== "tidak-ada")) {
    const page = await browser.newPage();
    const failed = [];
    page.on("requestfailed", (request) => failed.push(`gagal: ${request.url()}`));
    await page.goto(pathToFileURL(join(site.root, path)).href);
    const styled = await page.evaluate(() => getComputedStyle(document.querySelector(".loncat")).position !== "static");
    const hrefs = await page.evaluate(() => [...document.querySelectorAll("a[href]")].map((link) => link.href));
    const lost = hrefs
      .filter((href) => href.startsWith("file:"))
      .filter((href) => !existsSync(fileURLToPath(href.split("#")[0])) || href.split("#")[0].endsWith("/"));
    const faults = [...failed, ...lost.map((href) => `putus: ${href}`), ...(styled ? [] : ["tanpa lembar gaya"])];
    report.check(`${kind}: terbuka dari diska kilat`, hrefs.length > 0 ? faults : ["tidak ada tautan"]);
    await page.close();
  }
}
