// The style of the public pages. They stand alone: no build of the page is needed to read them, and they work in
// browsers that know no light-dark(). The values are those of ui/src/base/tokens.css; a test holds them to it.
#include "press/room.hpp"

namespace giaoban::press {

const std::string& style() {
  static const std::string css = R"css(@font-face{font-family:"Be Vietnam Pro";font-weight:400;font-display:swap;src:url(/fonts/be-vietnam-pro-400.woff2) format("woff2")}
@font-face{font-family:"Be Vietnam Pro";font-weight:500;font-display:swap;src:url(/fonts/be-vietnam-pro-500.woff2) format("woff2")}
@font-face{font-family:"Be Vietnam Pro";font-weight:600;font-display:swap;src:url(/fonts/be-vietnam-pro-600.woff2) format("woff2")}
@font-face{font-family:"Giaoban Figures";font-weight:400;font-display:swap;src:url(/fonts/be-vietnam-pro-figures-400.woff2) format("woff2");unicode-range:U+002B,U+0030-0039,U+2007,U+2212}
@font-face{font-family:"Giaoban Figures";font-weight:600;font-display:swap;src:url(/fonts/be-vietnam-pro-figures-600.woff2) format("woff2");unicode-range:U+002B,U+0030-0039,U+2007,U+2212}
:root{color-scheme:light dark;
--face:"Be Vietnam Pro","Segoe UI",system-ui,sans-serif;--face-figures:"Giaoban Figures","Be Vietnam Pro","Segoe UI",system-ui,sans-serif;
--t-note:400 12px/18px var(--face);--t-text:400 14px/22px var(--face);--t-lead:400 16px/24px var(--face);--t-head:600 20px/30px var(--face);--t-page:600 28px/42px var(--face);
--bg:#f3f4f5;--surface:#ffffff;--hover:#f5f6f7;--line:#dfe2e5;--line-2:#bdc3c8;--ink:#14181b;--ink-2:#41484f;--ink-3:#5b636b;
--accent:#8c1620;--accent-ink:#8c1620;--good:#1a673a;--soon:#765300;--soon-soft:#f8efd9;--overdue:#a33606;--data:#2f566f;--data-2:#aab4bc;--data-bg:#e3e7ea}
@media (prefers-color-scheme:dark){:root{
--bg:#101214;--surface:#181b1e;--hover:#20242a;--line:#2b3036;--line-2:#464d55;--ink:#eef0f2;--ink-2:#bcc3ca;--ink-3:#9aa3ab;
--accent:#b5323c;--accent-ink:#f0989d;--good:#79c898;--soon:#e0b658;--soon-soft:#302609;--overdue:#f79e6d;--data:#82acc8;--data-2:#56616b;--data-bg:#2a3036}}
)css"
                                 R"css(
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--surface);color:var(--ink);font:var(--t-text);text-rendering:optimizeLegibility}
h1,h2,h3,p,ul,dl,dd,figure{margin:0;padding:0;font:inherit}
ul{list-style:none}
a{color:inherit;text-decoration:underline;text-decoration-color:var(--line-2);text-underline-offset:3px;text-decoration-thickness:1px}
a:hover{text-decoration-color:currentColor}
:focus-visible{outline:2px solid var(--ink);outline-offset:2px;border-radius:3px}
svg{display:block}
.icon{width:16px;height:16px;fill:none;stroke:currentColor;stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round;flex:none}
.icon .on{stroke:var(--surface);stroke-width:1.75}
.num{font-family:var(--face-figures);white-space:nowrap}
.note{font:var(--t-note);color:var(--ink-3)}
.note.num{font-family:var(--face-figures)}
.lead{font:var(--t-lead)}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.skip{position:absolute;left:8px;top:-60px;background:var(--surface);padding:8px 16px;z-index:1}
.skip:focus{top:8px}
.good{color:var(--good)}.soon{color:var(--soon)}.overdue{color:var(--overdue)}.quiet{color:var(--ink-2)}
.mark{display:inline-flex;align-items:flex-start;gap:6px}
.mark .icon{margin-top:3px}
.pub{max-width:1184px;margin:0 auto;padding:0 32px}
.mast{border-top:4px solid var(--accent);border-bottom:1px solid var(--line)}
.mast .pub{display:flex;align-items:center;gap:24px;min-height:72px}
.mast svg{flex:none}
.mast .sign{fill:var(--accent)}.mast .rail{stroke:#fff;stroke-width:2}.mast .stop{fill:#fff}.mast .now{fill:var(--accent);stroke:#fff;stroke-width:2}
.mast p{line-height:20px}.mast p a{text-decoration:none}.mast b{font:var(--t-lead);font-weight:600}.mast .by{font:var(--t-note);color:var(--ink-2)}
.mast nav{margin-left:auto;display:flex;gap:24px}
.mast nav a{text-decoration:none;color:var(--ink-2);line-height:44px;white-space:nowrap}
.mast nav a:hover{color:var(--ink)}
.mast nav [aria-current]{color:var(--ink);font-weight:600;box-shadow:inset 0 -2px var(--accent)}
.kick{color:var(--accent-ink);font-weight:600;margin-bottom:8px}
.open{display:grid;grid-template-columns:minmax(0,1fr) 320px;gap:64px;padding:48px 0 40px}
.open h1,.top h1{font:var(--t-page);letter-spacing:-.01em;text-wrap:pretty}
.open .lead,.top .lead{color:var(--ink-2);margin-top:16px;max-width:62ch;text-wrap:pretty}
.facts{align-self:start;border-top:2px solid var(--ink)}
.facts div{display:grid;grid-template-columns:88px 1fr;gap:12px;padding:9px 0;border-bottom:1px solid var(--line)}
.facts dt{color:var(--ink-3)}
.facts .note{display:block}
.sec{padding:32px 0 40px;border-top:2px solid var(--ink)}
.sec>header{display:flex;align-items:baseline;gap:16px;margin-bottom:16px}
.sec>header h2{font:var(--t-head)}
.sec>header .note{margin-left:auto}
.stack{width:100%;height:16px;margin-bottom:12px}
.stack .a{fill:var(--good)}.stack .b{fill:var(--data-2)}.stack .c{fill:url(#soon)}.stack .d{fill:var(--overdue)}.stack .h1{fill:var(--soon)}.stack .h2{fill:var(--soon-soft)}
.sums{display:flex;flex-wrap:wrap;gap:8px 24px;margin-bottom:24px}
.sums b{font-family:var(--face-figures);font-weight:600}
.dec li{display:grid;grid-template-columns:minmax(0,1fr) 232px 232px;gap:24px;padding:16px 0;border-top:1px solid var(--line);align-items:start}
.dec li:target{box-shadow:inset 3px 0 var(--accent);padding-left:16px}
.dec h3{font:var(--t-lead);font-weight:600;text-wrap:pretty}
.dec .d1 p{color:var(--ink-2);max-width:72ch}
.dec .d2 .note{display:block}
.dec .mark{font-weight:500}
.meter{width:100%;height:6px;margin-top:8px}
.meter .all{fill:var(--data-bg)}.meter .part{fill:var(--data)}
.more>summary{padding:12px 0;border-top:1px solid var(--line);cursor:pointer;text-decoration:underline;text-decoration-color:var(--line-2);text-underline-offset:3px;line-height:24px}
.grid{border-collapse:collapse;width:100%}
.grid td,.grid tbody th{height:48px;padding:6px 12px;border-bottom:1px solid var(--line);text-align:left;font-weight:400}
.grid tbody tr:last-child>*{border-bottom:0}
.grid tbody th{font-weight:500;width:264px;padding-left:0}
.grid .r{text-align:right;white-space:nowrap}
.grid .v{font:var(--t-head);font-family:var(--face-figures);width:120px}
.grid .u{font:var(--t-note);color:var(--ink-3);white-space:nowrap}
.grid .sp{width:136px;padding-left:32px}
.grid .say2{color:var(--ink-2);padding-right:0}
.spark path{fill:none;stroke:var(--data);stroke-width:1.5;stroke-linejoin:round}.spark circle{fill:var(--data)}
.story.with{display:grid;grid-template-columns:minmax(0,1fr) 400px;gap:48px}
.story .lead{max-width:62ch}
.story p+p{margin-top:12px}
.story img{width:100%;height:auto;display:block;background:var(--data-bg)}
.story figcaption{margin-top:8px}
.open-data{display:grid;grid-template-columns:repeat(4,1fr);gap:24px}
.open-data a{display:block;text-decoration:none;min-height:44px}
.open-data li{border-top:1px solid var(--line-2);padding-top:12px}
.open-data b{font-weight:600;text-decoration:underline;text-decoration-color:var(--line-2);text-underline-offset:3px}
.open-data .note{display:block}
.hash{margin-top:24px}
.hash code{font:inherit;font-family:ui-monospace,"Liberation Mono",monospace;color:var(--ink-2);overflow-wrap:anywhere}
.top{padding:48px 0 32px}
.sessions li{padding:24px 0;border-top:1px solid var(--line)}
.sessions h2{font:var(--t-head);text-wrap:pretty}
.sessions h2 a{text-decoration:none}.sessions h2 a:hover{text-decoration:underline}
.sessions .kick{margin-bottom:4px}
.none{padding:32px 0;color:var(--ink-2)}
.foot{border-top:1px solid var(--line);background:var(--bg);padding:24px 0;font:var(--t-note);color:var(--ink-3)}
.foot .pub{display:flex;gap:8px 24px;flex-wrap:wrap}
.foot span:last-child{margin-left:auto}
)css"
                                 R"css(@media (max-width:1000px){.open{grid-template-columns:minmax(0,1fr) 264px;gap:32px}.dec li{grid-template-columns:minmax(0,1fr) 168px 192px;gap:16px}.grid .sp{padding-left:12px;width:120px}.grid tbody th{width:184px}.story.with{grid-template-columns:minmax(0,1fr) 320px;gap:32px}}
@media (max-width:760px){
.pub{padding:0 16px}.mast .pub{flex-wrap:wrap;gap:4px 12px;padding-top:8px}.mast p{flex:1}.mast nav{width:100%;margin:0}
.open{grid-template-columns:minmax(0,1fr);gap:24px;padding:24px 0}.open h1,.top h1{font-size:20px;line-height:30px}.top{padding:24px 0}
.sec{padding:24px 0}.sec>header{flex-direction:column;gap:0}.sec>header .note{margin:0}
.grid,.grid tbody{display:block}.grid tbody tr{display:grid;grid-template-columns:auto 1fr auto;gap:0 8px;padding:12px 0;border-bottom:1px solid var(--line);align-items:baseline}
.grid tbody tr>*{display:block;height:auto;padding:0;border:0;width:auto}.grid tbody th,.grid .say2{grid-column:1/-1}.grid tbody th{width:auto}.grid .sp{padding:0;width:auto;align-self:center}.grid .v{width:auto}
.dec li{grid-template-columns:minmax(0,1fr);gap:4px}.dec .d2 .note{display:inline;margin-left:8px}.meter{max-width:200px}
.story.with{grid-template-columns:minmax(0,1fr);gap:24px}.story figure{order:-1}.open-data{grid-template-columns:1fr 1fr}
.foot span:last-child{margin:0}.foot a{line-height:32px}.more>summary{line-height:32px}}
@media print{.mast nav,.skip,.open-data{display:none}.more:not([open])>*{display:block}}
)css";
  return css;
}

}  // namespace giaoban::press
