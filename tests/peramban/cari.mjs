// The search page as a reader meets it: with the keyboard alone, from a flash disk, without JavaScript.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { join } from "node:path";

import { tool } from "./alat.mjs";

const PAGE = "61.11/cari/index.html";
const HOME = "61.11/index.html";
const QUESTION = "kades ikut kampanye";
const WIDTHS = [320, 1280];

export async function search(browser, origin, site, report) {
  await keys(browser, `${origin}/${PAGE}`, report);
  await fromDisk(browser, site, report);
  await fromHome(browser, `${origin}/${HOME}`, report);
  await nothingFound(browser, `${origin}/${PAGE}`, report);
  await withoutScript(browser, origin, report);
  await steadyAndSound(browser, `${origin}/${PAGE}`, report);
  await lazily(browser, `${origin}/${PAGE}`, report);
}

const fault = (wrong, text) => (wrong ? [text] : []);
const active = (page) => page.evaluate(() => ({ id: document.activeElement.id, text: document.activeElement.textContent, inside: Boolean(document.activeElement.closest(".temuan li")) }));

/// Waits for the results of all that was typed, not of its beginning.
async function results(page, question = QUESTION) {
  const shown = (asked) => document.querySelectorAll(".temuan li").length > 0 && document.querySelector("#_temuan").textContent.includes(`“${asked}”`);
  await page.waitForFunction(shown, question);
}

/// `/` into the field, type, down through the results and up again, Escape back and once more to empty it.
async function keys(browser, address, report) {
  const page = await browser.newPage();
  const faults = [];
  const at = async (test, what) => {
    const element = await active(page);
    if (!test(element)) faults.push(`${what}: fokus di #${element.id} "${element.text.slice(0, 40)}"`);
  };
  await page.goto(address);
  await page.keyboard.press("/");
  await at(({ id }) => id === "_cari", "tombol /");
  await page.keyboard.type(QUESTION);
  await results(page);
  await page.keyboard.press("ArrowDown");
  await at(({ inside }) => inside, "panah bawah");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await at(({ id }) => id === "_cari", "panah atas");
  await page.keyboard.press("Enter");
  await at(({ id }) => id === "_temuan", "Enter");
  if (!page.url().includes(`?q=${encodeURIComponent(QUESTION)}`)) faults.push(`alamat tanpa pertanyaan: ${page.url()}`);
  await page.keyboard.press("ArrowDown");
  await at(({ inside }) => inside, "panah bawah dari judul hasil");
  await page.keyboard.press("Escape");
  await at(({ id }) => id === "_cari", "Escape");
  await page.keyboard.press("Escape");
  if ((await page.inputValue("#_cari")) !== "" || (await page.locator(".temuan").isVisible())) faults.push("Escape tidak mengosongkan");
  await page.keyboard.type(QUESTION);
  await results(page);
  await page.keyboard.press("ArrowDown");
  const href = await page.evaluate(() => document.activeElement.href);
  await page.keyboard.press("Enter");
  await page.waitForURL(href);
  await page.goBack();
  await results(page);
  if ((await page.inputValue("#_cari")) !== QUESTION) faults.push("tombol kembali tidak membawa pertanyaannya lagi");
  await page.uncheck("[data-pintasan]");
  await page.reload();
  await page.keyboard.press("/");
  await at(({ id }) => id !== "_cari", "tombol / sudah dimatikan");
  report.check("cari: dengan papan ketik saja", faults);
  await page.close();
}

async function fromDisk(browser, site, report) {
  const page = await browser.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(`kesalahan: ${error.message}`));
  page.on("console", (message) => message.type() === "error" && faults.push(`konsol: ${message.text()}`));
  await page.goto(`${pathToFileURL(join(site.root, PAGE)).href}?q=${encodeURIComponent("kampanyee kades")}`);
  await results(page, "kampanyee kades");
  const marked = await page.locator(".temuan li").first().locator("mark").allInnerTexts();
  if (!marked.some((text) => /kampanye/i.test(text))) faults.push(`yang ditandai: ${marked.join(", ")}`);
  const advice = await page.locator(".temuan > p").innerText();
  if (!advice.includes("kampanye kades")) faults.push(`salah ketik tidak diberitahukan: ${advice}`);
  const hrefs = await page.evaluate(() => [...document.querySelectorAll(".temuan a")].map((link) => link.href));
  const lost = hrefs.filter((href) => !site.files.has(decodeURIComponent(new URL(href).pathname).slice(pathToFileURL(site.root).pathname.length + 1)));
  report.check("cari: dari diska kilat, dengan kata yang ditandai", [...faults, ...lost.map((href) => `putus: ${href}`)]);
  await page.close();
}

async function fromHome(browser, address, report) {
  const page = await browser.newPage();
  await page.goto(address);
  await page.fill("#_cari", QUESTION);
  await page.keyboard.press("Enter");
  await results(page);
  const title = await page.locator("#_temuan").innerText();
  report.check("cari: dari beranda", fault(!title.includes(QUESTION), title));
  await page.close();
}

async function nothingFound(browser, address, report) {
  const page = await browser.newPage();
  await page.goto(`${address}?q=${encodeURIComponent("<img src=x onerror=alert(1)> qwertyzz")}`);
  await page.locator(".temuan").waitFor();
  const text = await page.locator(".temuan").innerText();
  const injected = await page.locator(".temuan img").count();
  await page.waitForTimeout(900);
  const spoken = await page.locator("[data-kabar]").innerText();
  const faults = [
    ...fault(!text.includes("Tidak ada hasil") || !text.includes("Periksa ejaannya"), text),
    ...fault(injected > 0, "pertanyaan menjadi markah"),
    ...fault(!spoken.includes("Tidak ada hasil"), `pembaca layar: ${spoken}`),
  ];
  report.check("cari: tanpa hasil ada saran", faults);
  await page.close();
}

async function withoutScript(browser, origin, report) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${origin}/${PAGE}`);
  const faults = [
    ...fault(await page.locator("#_cari").isVisible(), "kotak cari tampak, padahal tidak jalan"),
    ...fault(!(await page.locator("noscript p").isVisible()), "tanpa keterangan"),
    ...fault((await page.locator(".topik a").count()) < 20, "tanpa daftar topik"),
  ];
  await page.goto(`${origin}/${HOME}`);
  faults.push(...fault(await page.locator("#_cari").isVisible(), "kotak cari di beranda tampak"));
  const examples = page.locator(".contoh-cari a");
  faults.push(...fault((await examples.count()) < 5, "contoh pertanyaan kurang dari lima"));
  await examples.first().click();
  faults.push(...fault(!page.url().includes("#"), `contoh membawa ke ${page.url()}`));
  report.check("cari: tanpa JavaScript", faults);
  await context.close();
}

/// With results shown: axe-core finds nothing, nothing runs over the edge, and nothing moves but what the reader asked for.
async function steadyAndSound(browser, address, report) {
  const axe = readFileSync(tool("axe-core/axe.min.js"), "utf8");
  for (const width of WIDTHS) {
    for (const colorScheme of ["light", "dark"]) {
      const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme, reducedMotion: "reduce" });
      await page.goto(address);
      await page.evaluate(() => {
        window.shift = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.shift += entry.hadRecentInput ? 0 : entry.value))).observe({ type: "layout-shift", buffered: true });
      });
      await page.locator("#_cari").pressSequentially(QUESTION, { delay: 30 });
      await results(page);
      await page.evaluate(axe);
      const found = await page.evaluate(async () => (await window.axe.run()).violations.map((rule) => `${rule.id}: ${rule.nodes[0].target}`));
      const [shift, wide] = await page.evaluate(() => [window.shift, document.documentElement.scrollWidth > document.documentElement.clientWidth]);
      const name = `cari: hasil ${width} px ${colorScheme}`;
      report.check(name, [...found, ...fault(shift > 0.01, `bergeser ${shift}`), ...fault(wide, "melebihi layar")]);
      await page.close();
    }
  }
}

/// The index is fetched when somebody goes to the field, not before.
async function lazily(browser, address, report) {
  const page = await browser.newPage();
  const wanted = [];
  page.on("request", (request) => /indeks-/.test(request.url()) && wanted.push(request.url()));
  await page.goto(address, { waitUntil: "load" });
  const early = wanted.length;
  await page.focus("#_cari");
  await page.waitForFunction(() => window.suluhIndeks);
  report.check("cari: indeks dimuat ketika diperlukan", [...fault(early > 0, "dimuat bersama halaman"), ...fault(wanted.length !== 1, `diminta ${wanted.length} kali`)]);
  await page.close();
}
