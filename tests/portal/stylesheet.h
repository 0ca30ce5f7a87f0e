#pragma once

namespace portal {

inline constexpr const char *stylesheet = R"css(
:root { --ink: #1c2b33; --quiet: #55666f; --paper: #fbfaf7; --card: #fff; --line: #d5dbd8; --lead: #0f5c4d; --focus: #b35900; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8eeeb; --quiet: #a9b7b2; --paper: #14201d; --card: #1b2a26; --line: #3a4a45; --lead: #7fd1bb; --focus: #ffb057; }
}
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 "Be Vietnam Pro", "Noto Sans", system-ui, sans-serif; color: var(--ink); background: var(--paper); }
header, main { max-width: 82rem; margin: 0 auto; padding: 1rem 1.5rem; }
header { border-bottom: 3px solid var(--lead); }
h1 { margin: 0; font-size: 1.5rem; color: var(--lead); }
header p { margin: .25rem 0 0; color: var(--quiet); }
h2 { font-size: 1.15rem; margin: 1.5rem 0 .5rem; }
a { color: var(--lead); }
.scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: .75rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); font-weight: normal; }
thead th { font-weight: 600; color: var(--quiet); white-space: nowrap; }
tbody tr:last-child > * { border-bottom: 0; }
tbody tr:target { outline: 3px solid var(--lead); outline-offset: -3px; }
.code { display: block; font-variant-numeric: tabular-nums; font-weight: 600; white-space: nowrap; }
.quiet { display: block; color: var(--quiet); font-size: .875rem; font-weight: normal; }
.files { margin: 0; padding-left: 1.1rem; }
.files .quiet { display: inline; white-space: nowrap; }
.files li { white-space: nowrap; }
.status { display: inline-block; padding: .1rem .6rem; border: 1px solid var(--lead); border-radius: 1rem; color: var(--lead); font-weight: 600; }
.empty { padding: 2rem; text-align: center; color: var(--quiet); background: var(--card); border: 1px dashed var(--line); border-radius: .5rem; }
form { display: grid; gap: .4rem; min-width: 15rem; }
label { font-size: .875rem; color: var(--quiet); }
select, textarea, input:not([type=hidden]) { display: block; width: 100%; min-height: 2.75rem; padding: .4rem .6rem; font: inherit; color: var(--ink); background: var(--card); border: 1px solid var(--quiet); border-radius: .35rem; }
button { min-height: 2.75rem; font: inherit; font-weight: 600; color: var(--card); background: var(--lead); border: 0; border-radius: .35rem; cursor: pointer; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
summary { font-size: .875rem; color: var(--lead); cursor: pointer; min-height: 1.5rem; }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
)css";

} // namespace portal
