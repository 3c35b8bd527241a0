// Finding by filter: with the keyboard, from an address, from a flash disk and without JavaScript; terms and their explanations.

import { join } from "node:path";
import { pathToFileURL } from "node:url";

const LIST = "61.11/pelanggaran/index.html";
const VILLAGES = "61.11/desa/index.html";

/// All that a reader does to narrow a list.
export async function finder(browser, origin, site, report) {
  const page = await browser.newPage({ viewport: { width: 390, height: 800 }, reducedMotion: "reduce" });
  await page.goto(`${origin}/${LIST}`);
  const all = await page.evaluate(shown);
  report.check("penyaring: semula semua larangan tampil", all.rows > 30 && all.said === `${all.rows} dari ${all.rows} larangan` ? [] : [JSON.stringify(all)]);

  // The keyboard alone: the first field is reached, answered and told.
  await page.focus("main");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  const field = await page.evaluate(() => document.activeElement.name ?? document.activeElement.textContent);
  report.check("penyaring: Tab sampai ke kolom pertama", field === "siapa" ? [] : [`sampai ke ${field}`]);
  await page.keyboard.type("Kepala desa");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Masa kampanye");
  const some = await page.evaluate(shown);
  report.check("penyaring: papan ketik menyaring dan jumlahnya disebut", some.rows > 0 && some.rows < all.rows && some.said === `${some.rows} dari ${all.rows} larangan` ? [] : [JSON.stringify(some)]);
  report.check("penyaring: kelompok kosong tidak tampil", some.empty === 0 ? [] : [`${some.empty} kelompok kosong`]);
  const address = page.url();
  report.check("penyaring: alamat menyebut pilihannya", address.endsWith("?siapa=kepala-desa&kapan=masa-kampanye") ? [] : [address]);

  const again = await browser.newPage();
  await again.goto(address);
  const same = await again.evaluate(shown);
  report.check("penyaring: alamat yang dikirim membuka saringan yang sama", same.rows === some.rows ? [] : [JSON.stringify(same)]);
  await again.goto(`${origin}/${LIST}?siapa=%ZZ&kapan=%3Cb%3E&perbuatan=entah`);
  const wild = await again.evaluate(shown);
  report.check("penyaring: alamat ngawur tidak menyaring", wild.rows === all.rows ? [] : [JSON.stringify(wild)]);
  await again.close();

  await page.click("button[type=reset]");
  await page.waitForFunction(() => location.search === "");
  const reset = await page.evaluate(shown);
  report.check("penyaring: hapus pilihan", reset.rows === all.rows ? [] : [JSON.stringify(reset)]);

  await page.goto(`${origin}/${VILLAGES}`);
  await page.fill("input[name=kata]", "tidak ada desa ini");
  const none = await page.evaluate(shown);
  report.check("penyaring: yang kosong dikatakan", none.rows === 0 && none.none ? [] : [JSON.stringify(none)]);
  await page.close();
  await disk(browser, site, all.rows, report);
}

/// From a flash disk, with JavaScript and without.
async function disk(browser, site, all, report) {
  const address = (path) => pathToFileURL(join(site.root, path)).href;
  const page = await browser.newPage();
  await page.goto(`${address(LIST)}#bagi-kepala-desa`);
  const own = await page.evaluate(shown);
  report.check("penyaring dari flash disk", own.rows > 0 && own.rows < all ? [] : [JSON.stringify(own)]);
  await page.close();

  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(address(LIST));
  await plain.click("a[href=\"#bagi-kepala-desa\"]");
  const rows = await plain.locator("[data-butir]:visible").count();
  report.check("tanpa JavaScript: tautan siapa menyaring daftar yang sama", rows === own.rows ? [] : [`${rows}, bukan ${own.rows}`]);
  const form = await plain.locator("form.saring:visible").count();
  report.check("tanpa JavaScript: borang yang tidak jalan tidak tampak", form === 0 ? [] : ["borang tampak"]);

  await plain.goto(address("61.11/kepala-desa/index.html"));
  await plain.click("a.arti >> nth=0");
  const told = await plain.locator(".arti-istilah :target").boundingBox();
  const height = plain.viewportSize().height;
  report.check("istilah: artinya tampil di tepi bawah layar", told && Math.abs(told.y + told.height - height) < 2 ? [] : [JSON.stringify(told)]);
  await context.close();
}

function shown() {
  const seen = (element) => element.getClientRects().length > 0;
  const rows = [...document.querySelectorAll("[data-butir]")].filter(seen).length;
  const empty = [...document.querySelectorAll("[data-kelompok]")].filter((group) => seen(group) && ![...group.querySelectorAll("[data-butir]")].some(seen)).length;
  return { rows, empty, said: document.querySelector("[data-hitung]").textContent, none: seen(document.querySelector("[data-kosong]")) };
}
