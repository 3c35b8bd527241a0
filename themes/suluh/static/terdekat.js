/* terdekat.js: mengurutkan posko dari yang terdekat dengan pembaca. Tanpa berkas ini, atau tanpa izin letak, urutannya seperti ditulis kantor.
   Daftar yang dikenal: paling sedikit dua butirnya punya tautan peta dengan mlat dan mlon. Butir tanpa tautan itu tetap di bawah.
   Letak pembaca hanya dihitung di alatnya; tidak ada yang dikirim. */
"use strict";
(function () {
  if (!navigator.geolocation || !window.isSecureContext) return;
  var RADIUS = 6371; /* jari-jari rata-rata bumi, km */
  var rad = function (derajat) { return derajat * Math.PI / 180; };

  /* Haversine: jarak lurus di atas bumi, km. */
  var jarak = function (dari, ke) {
    var a = Math.sin(rad(ke[0] - dari[0]) / 2), b = Math.sin(rad(ke[1] - dari[1]) / 2);
    return 2 * RADIUS * Math.asin(Math.sqrt(a * a + Math.cos(rad(dari[0])) * Math.cos(rad(ke[0])) * b * b));
  };
  var sebut = function (km) {
    if (km < 1) return Math.max(Math.round(km * 10) * 100, 100) + " m";
    return (km < 10 ? km.toFixed(1).replace(".", ",") : String(Math.round(km))) + " km";
  };
  var letak = function (butir) {
    var tautan = butir.querySelector("a[href*='mlat=']");
    if (!tautan) return null;
    var isi = new URL(tautan.href).searchParams;
    return [Number(isi.get("mlat")), Number(isi.get("mlon"))];
  };

  document.querySelectorAll("main ul").forEach(function (daftar) {
    var semua = Array.prototype.map.call(daftar.children, function (butir) { return { butir: butir, letak: letak(butir), km: Infinity }; });
    if (semua.filter(function (satu) { return satu.letak; }).length < 2) return;

    var baris = document.createElement("p"), tombol = document.createElement("button"), status = document.createElement("p");
    tombol.className = "tombol tombol-garis";
    tombol.type = "button";
    tombol.textContent = "Urutkan dari yang terdekat";
    status.setAttribute("role", "status");
    status.className = "kecil";
    baris.append(tombol);
    daftar.before(baris, status);

    var urutkan = function (tempat) {
      var sini = [tempat.coords.latitude, tempat.coords.longitude];
      semua.forEach(function (satu) {
        if (!satu.letak) return;
        satu.km = jarak(sini, satu.letak);
        if (!satu.tulisan) satu.butir.append(" ", satu.tulisan = document.createElement("b"));
        satu.tulisan.textContent = "± " + sebut(satu.km);
      });
      /* Urutan yang sama jaraknya, dan yang tanpa letak, tetap seperti ditulis. */
      semua.slice().sort(function (a, b) { return a.km === b.km ? 0 : a.km - b.km; }).forEach(function (satu) { daftar.append(satu.butir); });
      status.textContent = "Diurutkan menurut jarak lurus. Letak Anda tidak dikirim ke mana pun.";
    };
    tombol.addEventListener("click", function () {
      status.textContent = "Mencari letak Anda …";
      navigator.geolocation.getCurrentPosition(urutkan, function (galat) {
        status.textContent = galat.code === 1 ? "Izin letak tidak diberikan; urutannya tetap." : "Letak Anda tidak diketahui; urutannya tetap.";
      }, { timeout: 15000, maximumAge: 300000 });
    });
  });
})();
