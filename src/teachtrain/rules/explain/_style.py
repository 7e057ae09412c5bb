"""The style of the page. Every rule is bound to the page's own class, as in a notebook it must."""

from __future__ import annotations

from typing import Final

__all__ = ["STYLE"]

STYLE: Final = """
body.tt-body { margin: 0; background: #f5f6f8; }
.tt {
  --ink: #1d2530; --soft: #5a6675; --line: #e2e6eb; --card: #fff;
  --good: #17633f; --good-bg: #e3f2e9; --wait: #7a4a00; --wait-bg: #fdf0d5;
  --bad: #9b2226; --bad-bg: #fbe7e5; --quiet: #4b5663; --quiet-bg: #ebeef2;
  box-sizing: border-box; max-width: 60rem; margin: 0 auto; padding: 2.5rem 1.5rem 3rem;
  color: var(--ink); background: #f5f6f8; text-align: left;
  font: 400 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC",
    "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
  -webkit-text-size-adjust: 100%;
}
.tt *, .tt *::before { box-sizing: border-box; }
.tt h1 { margin: 0; font-size: 1.65rem; line-height: 1.25; font-weight: 650; text-wrap: balance; }
.tt h2 { margin: 2.5rem 0 .75rem; font-size: 1.05rem; font-weight: 650; }
.tt p { margin: 0; text-wrap: pretty; }
.tt a { color: inherit; }
.tt dl { margin: 0; }
.tt dt { color: var(--soft); }
.tt dd { margin: 0; }

.tt-facts { display: flex; flex-wrap: wrap; gap: .35rem 2rem; padding-top: .9rem; }
.tt-facts dt, .tt-facts dd { display: inline; font-size: .9rem; }
.tt-facts dt { padding-right: .4rem; }

.tt-overall { display: flex; gap: 1rem; align-items: flex-start; margin-top: 1.5rem;
  padding: 1.1rem 1.25rem; border-radius: .6rem; border: 1px solid var(--line);
  border-left: .35rem solid var(--tone-bar); background: var(--card); }
.tt-overall p:first-child { font-weight: 600; font-size: 1.08rem; }
.tt-overall p + p { color: var(--soft); }
.tt-overall .tt-badge { margin-top: .2rem; }

.tt-good { --tone: var(--good); --tone-bg: var(--good-bg); --tone-bar: #2f8f5e; }
.tt-wait { --tone: var(--wait); --tone-bg: var(--wait-bg); --tone-bar: #d49a2a; }
.tt-bad { --tone: var(--bad); --tone-bg: var(--bad-bg); --tone-bar: #c65350; }
.tt-quiet { --tone: var(--quiet); --tone-bg: var(--quiet-bg); --tone-bar: #98a3b0; }
.tt-badge { display: inline-block; padding: .1rem .6rem; border-radius: .75rem;
  color: var(--tone); background: var(--tone-bg); font-size: .82rem; font-weight: 600;
  line-height: 1.5; white-space: nowrap; }

.tt table { width: 100%; margin: 0; border-collapse: collapse; font-size: inherit; }
.tt-card { border: 1px solid var(--line); border-radius: .6rem; background: var(--card);
  overflow: hidden; }
.tt th, .tt td { padding: .75rem 1rem; text-align: left; vertical-align: top; border: 0;
  background: none; }
.tt thead th { padding-block: .55rem; border-bottom: 1px solid var(--line); color: var(--soft);
  font-size: .8rem; font-weight: 500; white-space: nowrap; }
.tt tbody + tbody { border-top: 1px solid var(--line); }
.tt tbody th { font-weight: 600; }
.tt .tt-req { table-layout: fixed; }
.tt-req th:nth-child(1) { width: 26%; }
.tt-req th:nth-child(2) { width: 18%; }
.tt-req th:nth-child(4) { width: 16%; }
.tt-req th:nth-child(5) { width: 16%; }
.tt-req td:nth-child(5) { white-space: nowrap; }
.tt-req td { font-size: .92rem; }
.tt-req .tt-badge { white-space: normal; }
.tt .tt-more { padding-top: 0; }

.tt-bar { display: flex; height: .4rem; margin: .4rem 0 .3rem; border-radius: .2rem;
  background: var(--quiet-bg); overflow: hidden; }
.tt-bar i { background: var(--tone-bar); }
.tt-bar i + i { opacity: .35; }

.tt details > summary { width: fit-content; color: var(--soft); font-size: .88rem;
  cursor: pointer; }
.tt details > summary:hover { color: var(--ink); }
.tt summary:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
.tt-said { padding: .6rem 0 .5rem; font-weight: 500; }
.tt-lines { display: grid; grid-template-columns: 10.5rem minmax(0, 1fr);
  gap: .3rem 1.25rem; font-size: .92rem; }
.tt-parts { margin: .8rem 0; padding: 0; list-style: none; font-size: .92rem; }
.tt-parts .tt-parts { margin: .2rem 0 .2rem 1.25rem; }
.tt-part { display: grid; grid-template-columns: minmax(0, 1fr) 9.5rem minmax(0, 19rem);
  gap: .15rem 1rem; align-items: baseline; padding: .35rem 0; border-top: 1px solid var(--line); }
.tt-part .tt-badge { justify-self: start; white-space: normal; }
.tt-part > span:last-child { color: var(--soft); }
.tt-notes { padding-top: .6rem; color: var(--soft); font-size: .85rem; }

.tt-figure { padding: .75rem 1rem; }
.tt-figure + .tt-figure { border-top: 1px solid var(--line); }
.tt .tt-figure > p { padding-bottom: .3rem; font-weight: 600; }

.tt-records { margin-top: 2.5rem; }
.tt .tt-records > summary { padding: .2rem 0; color: var(--ink); font-size: 1.05rem;
  font-weight: 650; }
.tt-records .tt-card { margin-top: .75rem; font-size: .92rem; }
.tt-records table { table-layout: fixed; }
.tt-records thead th:nth-child(1) { width: 14%; }
.tt-records thead th:nth-child(2) { width: 27%; }
.tt-records thead th:nth-child(3) { width: 15%; }
.tt-records .tt-badge { white-space: normal; }
.tt-records td:last-child p + p { padding-top: .15rem; }
.tt-faint { color: var(--soft); font-size: .85rem; }

.tt-held table { width: auto; }
.tt-held td { text-align: right; }
.tt-statement table { table-layout: fixed; font-size: .92rem; }
.tt-statement thead th:nth-child(1) { width: 38%; }
.tt-statement thead th:nth-child(2) { width: 18%; }
.tt-statement td:nth-child(2) { white-space: nowrap; }
.tt-statement td p + p { padding-top: .1rem; }
.tt-statement td:first-child .tt-badge { margin-bottom: .25rem; }

.tt-list { margin: 0; padding-left: 1.2rem; }
.tt-list li { padding: .12rem 0; }
.tt-do { padding: .9rem 1.1rem .9rem 2.3rem; border-radius: .6rem; background: var(--wait-bg);
  color: #4a2d00; }
.tt-small { color: var(--soft); font-size: .85rem; }
.tt-small p + p { padding-top: .5rem; }

@media (max-width: 44rem) {
  .tt { padding: 1.5rem 1rem 2rem; }
  .tt h1 { font-size: 1.35rem; }
  .tt-overall { flex-direction: column; gap: .5rem; }
  .tt-facts { display: grid; grid-template-columns: 1fr; gap: .1rem; }
  .tt thead { display: none; }
  .tt table, .tt tbody, .tt tr, .tt th, .tt td { display: block; width: auto !important; }
  .tt tbody { padding: .7rem 0; }
  .tt th, .tt td { padding: .15rem 1rem; }
  .tt td[data-label]:not(:empty)::before { content: attr(data-label); padding-right: .5rem;
    color: var(--soft); }
  .tt td:empty { display: none; }
  .tt .tt-more { padding-top: .4rem; }
  .tt-lines, .tt-part { grid-template-columns: minmax(0, 1fr); gap: .1rem; }
  .tt-lines dd { padding-bottom: .4rem; }
}
@media print {
  body.tt-body, .tt { background: none; }
  .tt { max-width: none; padding: 0; zoom: .8; }
  .tt-card { overflow: visible; }
  .tt-badge, .tt-bar, .tt-bar i, .tt-do, .tt-overall { -webkit-print-color-adjust: exact;
    print-color-adjust: exact; }
  .tt details::details-content { content-visibility: visible; display: block; height: auto; }
  .tt summary { list-style: none; break-after: avoid; }
  .tt summary::-webkit-details-marker, .tt-more summary { display: none; }
  .tt tr, .tt-part, .tt-overall { break-inside: avoid; }
  .tt h2 { break-after: avoid; }
}
"""
