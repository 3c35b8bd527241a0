// The page in the preview: reloads when it has become another, stays where it was, and fills its panel.
(function () {
  "use strict";
  var own = document.currentScript.dataset;
  var host = document.querySelector("suluh-papan");
  var root = (host && host.shadowRoot) || document;
  var spot = "suluh-letak " + own.halaman;

  function recall(area, key) { try { return window[area].getItem(key); } catch (error) { return null; } }
  function keep(area, key, value) { try { window[area].setItem(key, value); } catch (error) { /* private windows keep nothing */ } }

  var place = recall("sessionStorage", spot);
  var drawer = host && root.querySelector("details.papan");
  if (drawer) {
    // Outside the body, which is made smaller: the page keeps the layout of the whole window beside the panel.
    document.documentElement.appendChild(host);
    var wide = window.matchMedia("(min-width: 1200px)");
    var chosen = recall("localStorage", "suluh-papan");
    drawer.open = chosen ? chosen === "buka" && (wide.matches || place !== null) : wide.matches && !!root.querySelector("figure");
    var show = function () {
      var beside = drawer.open && wide.matches;
      host.toggleAttribute("data-buka", beside);
      document.body.style.zoom = beside ? 1 - host.offsetWidth / window.innerWidth : "";
    };
    show();
    drawer.querySelector("summary").addEventListener("click", function () {
      keep("localStorage", "suluh-papan", drawer.open ? "tutup" : "buka");
    });
    drawer.addEventListener("toggle", show);
    window.addEventListener("resize", show);
  }

  // The banner above the page comes and goes; what was looked at stays where it was all the same.
  function above() { var banner = document.querySelector("suluh-galat"); return banner ? banner.offsetHeight : 0; }
  if (place) {
    try { window.sessionStorage.removeItem(spot); } catch (error) { /* nothing to forget */ }
    place = place.split(",");
    window.history.scrollRestoration = "manual";
    var back = function () {
      window.scrollTo({ left: +place[0], top: +place[1] ? +place[1] + above() : 0, behavior: "instant" });
    };
    back();
    // Lines break anew when the page's letters arrive, which may be after everything else has.
    window.addEventListener("load", function () { back(); document.fonts.ready.then(back); });
  }

  // What preflight found is asked for when its sheet comes into view: laying a sheet out takes a while.
  var seen = new IntersectionObserver(function (entries) {
    entries.forEach(function (entry) {
      if (!entry.isIntersecting) { return; }
      seen.unobserve(entry.target);
      fetch(entry.target.dataset.rincian).then(function (answer) { return answer.ok ? answer.text() : ""; }).then(function (text) {
        entry.target.innerHTML = text;
      }, function () { /* the server is gone, and the page stays as it is */ });
    });
  }, { rootMargin: "200px" });
  root.querySelectorAll("[data-rincian]").forEach(function (element) { seen.observe(element); });

  // One connection for a page that is looked at: a browser has few for each server.
  var news = null;
  function listen() {
    if (news || document.hidden) { return; }
    news = new EventSource("/_suluh/peristiwa?halaman=" + encodeURIComponent(own.halaman) + "&sidik=" + own.sidik);
    news.addEventListener("muat", function () {
      news.close();
      keep("sessionStorage", spot, window.scrollX + "," + Math.max(0, window.scrollY - above()));
      // The browser would look for the words that stood at the top, and may do so after the place is kept.
      window.history.scrollRestoration = "manual";
      window.location.reload();
    });
  }
  document.addEventListener("visibilitychange", function () {
    if (document.hidden && news) { news.close(); news = null; }
    listen();
  });
  listen();
})();
