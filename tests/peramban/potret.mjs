// A picture of each kind of page, for people to look at.

import { mkdirSync } from "node:fs";
import { join } from "node:path";

const WIDTHS = [390, 1280];

export async function portraits(browser, origin, sample, folder) {
  mkdirSync(folder, { recursive: true });
  for (const colorScheme of ["light", "dark"]) {
    const context = await browser.newContext({ colorScheme, reducedMotion: "reduce" });
    const page = await context.newPage();
    for (const { kind, path } of sample) {
      await page.goto(`${origin}/${path}`);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 844 });
        const name = colorScheme === "light" ? `${kind}-${width}.png` : `${kind}-${width}-gelap.png`;
        await page.screenshot({ path: join(folder, name), fullPage: true });
      }
    }
    await context.close();
  }
}
