// Each check finds what it is there for: a page is spoilt in one way, and the check that must notice does.

import { budgets } from "./anggaran.mjs";
import { classes } from "./kelas.mjs";
import { heads } from "./kepala.mjs";
import { Report } from "./laporan.mjs";
import { keyboard, screens, withoutScript } from "./layar.mjs";
import { markup } from "./markah.mjs";
import { pocket } from "./saku.mjs";
import { serve } from "./server.mjs";
import { charts, heading, lit, outward, paper, shifts, stylesheets, targets } from "./tata.mjs";
import { links } from "./tautan.mjs";

const PAGE = /\.html$/;
const STYLE = /suluh-[0-9a-f]+\.css$/;

const insert = (text) => (html) => html.replace('<div class="wadah isi">', `<div class="wadah isi">${text}`);
const DESCRIPTION = /<meta name="description"[^>]*>/;
const describe = (text) => `<meta name="description" content="${text}">`;
/// Pale on one of the six screens alone.
const pale = (html) => html.replace("</style>", "@media (width:768px) and (prefers-color-scheme:dark){p{color:#444!important}}</style>");
const append = (rules) => (css) => css + rules;

/// What is spoilt, the kind of page it is looked for on, where, how, the check that must notice, and what it must say.
const FAULTS = [
  ["gambar tanpa keterangan", "desa", PAGE, insert('<img src="x.png" width="9" height="9">'), "screens", /image-alt/],
  ["kontras lemah", "desa", STYLE, append("p{color:#BBB!important}"), "screens", /color-contrast/],
  ["lebih lebar dari layar", "desa", STYLE, append(".isi{width:200vw}"), "screens", /bergeser ke samping/],
  ["berkas dari luar", "desa", PAGE, insert('<img src="https://contoh.invalid/x.png" alt="">'), "screens", /contoh\.invalid/],
  ["fokus tidak tampak", "lapor", STYLE, append(":focus-visible{outline:0!important;box-shadow:none!important}"), "keyboard", /tidak ditandai/],
  ["menu tidak terbuka", "lapor", PAGE, (html) => html.replace('<details class="menu">', '<details class="menu" inert>'), "keyboard", /menu tidak terbuka/],
  ["hilang tanpa skrip", "desa", STYLE, append("@media (scripting:none){main{display:none}}"), "withoutScript", /terbaca tanpa JavaScript/],
  ["bergeser saat dimuat", "desa", STYLE, append("@keyframes g{to{padding-top:200px}}main{animation:g 1ms .2s forwards}"), "shifts", /tidak ada yang bergeser/],
  ["sasaran sentuh kecil", "lapor", STYLE, append(".tombol{min-height:0;padding:0;line-height:1}"), "targets", /paling sedikit 44/],
  ["tautan berdesakan", "lapor", STYLE, append(".bagian a{padding:0;line-height:1;font-size:.5rem}"), "targets", /paling sedikit 24/],
  ["nama kantor sampai ke menu", "beranda-kabupaten", STYLE, append(".lambang svg{width:9rem!important}"), "heading", /menu mulai di/],
  ["tombol di atas sinar", "lapor", STYLE, append(".pita .saluran{max-width:none!important;flex-wrap:nowrap}"), "lit", /di atas sinarnya/],
  ["tulisan grafik bertumpuk", "statistik", STYLE, append(".grafik text{font-size:26px}"), "charts", /bertumpuk/],
  ["tautan keluar tidak tampak", "regulasi", STYLE, (css) => css.replace(/a\[rel~="external"\][^{}]*::after\{[^}]*\}/, ""), "outward", /tidak bertanda/],
  ["tautan ke dalam bertanda keluar", "regulasi", STYLE, append("a::after{content:'\u2197'}"), "outward", /ke dalam bertanda/],
  ["menu ikut tercetak", "lapor", STYLE, append("@media print{.menu{display:block!important}}"), "paper", /nav.* tercetak/],
  ["alas gelap di kertas", "lapor", STYLE, append("@media print{.pita{background:#333!important}}"), "paper", /alas gelap/],
  ["gaya salah", "lapor", STYLE, append("a{colr:red}"), "stylesheets", /colr/],
  ["saku pucat di satu lebar saja", "saku", PAGE, pale, "pocket", /768 px dark: axe-core: color-contrast/],
  ["tautan putus", "desa", PAGE, insert('<a href="../tidak-ada/index.html">x</a>'), "links", /tidak-ada/],
  ["jangkar putus", "desa", PAGE, insert('<a href="#tidak-ada">x</a>'), "links", /jangkar.*tidak-ada/],
  ["uraian hilang", "desa", PAGE, (html) => html.replace(DESCRIPTION, ""), "heads", /0 uraian/],
  ["uraian terlalu panjang", "desa", PAGE, (html) => html.replace(DESCRIPTION, describe("Panjang. ".repeat(30))), "heads", /paling banyak 200/],
  ["uraian kembar", "desa", PAGE, (html) => html.replace(DESCRIPTION, describe("Sama.")), "heads", /uraian sama/],
  ["kelas di luar contoh", "lapor", /^61\.11\/lapor\/index\.html$/, insert('<p class="belum-dilihat">x</p>'), "classes", /\.belum-dilihat hanya/],
  ["terlalu berat", "desa", PAGE, insert(`<p>${noise(80_000)}</p>`), "budgets", /paling banyak/],
  ["skrip satu halaman terlalu berat bersama", "cari", /\.js$/, (script) => `${script}//${noise(5_000)}`, "budgets", /semua skripnya .* paling banyak/],
  ["HTML salah", "desa", PAGE, insert("<p><div></p>"), "markup", /p/],
];

/// Text that does not compress.
function noise(length) {
  let state = 1;
  const next = () => (state = (state * 48271) % 2147483647);
  return Array.from({ length }, () => String.fromCharCode(97 + (next() % 26))).join("");
}

export async function provesItCanFail(browser, site, sample, report) {
  for (const [name, kind, pattern, change, check, told] of FAULTS) {
    const page = sample.find((known) => known.kind === kind);
    const spoilt = site.spoilt(page.path, pattern, change);
    const server = await serve(spoilt);
    const found = new Report({ quiet: true });
    const checks = {
      screens: () => screens(browser, server.origin, [page], found),
      keyboard: () => keyboard(browser, server.origin, [page], found),
      withoutScript: () => withoutScript(browser, server.origin, [page], found),
      shifts: () => shifts(browser, server.origin, [page], found),
      targets: () => targets(browser, server.origin, [page], found),
      heading: () => heading(browser, server.origin, [page], found),
      lit: () => lit(browser, server.origin, [page], found),
      charts: () => charts(browser, server.origin, [page], found),
      outward: () => outward(browser, server.origin, [page], found),
      paper: () => paper(browser, server.origin, [page], found),
      stylesheets: () => stylesheets(spoilt, found),
      heads: () => heads(Object.assign(spoilt, { pages: [page.path, sample.find(({ kind }) => kind === "desa-tanpa-pengawas").path] }), found),
      classes: () => classes(spoilt, sample.filter(({ kind }) => kind === "desa"), found),
      pocket: () => pocket(browser, Object.assign(spoilt, { files: new Set([page.path]) }), found),
      links: () => links(spoilt, found),
      budgets: () => budgets(spoilt, [page], found),
      markup: () => markup(spoilt, server.origin, found),
    };
    await checks[check]();
    server.close();
    report.check(`pemeriksaan menemukan: ${name}`, found.found.some((fault) => told.test(fault)) ? [] : [`${check} tidak menemukannya di ${page.path}`]);
  }
}
