import Markup
import Pictures

/// The one stylesheet: readable on a small screen, with the keyboard, without colours, and on paper.
enum Stylesheet {
  static let css = screen + paper

  private static let screen = """
    :root { color-scheme: light; }
    * { box-sizing: border-box; }
    body { font-family: system-ui, "Noto Sans CJK SC", "Noto Sans CJK TC", sans-serif;
      margin: 0 auto; max-width: 90rem; padding: 0 1.5rem 2rem; color: #1b1b1b;
      background: #ffffff; line-height: 1.5; }
    a { color: #0b4f8a; }
    a:focus-visible, button:focus-visible, input:focus-visible, textarea:focus-visible,
    select:focus-visible, .scroll:focus-visible {
      outline: 3px solid #b25000; outline-offset: 2px; }
    .skip { position: absolute; left: -999rem; }
    .skip:focus { position: static; }
    header { display: flex; flex-wrap: wrap; gap: .5rem 2rem; align-items: center;
      border-bottom: 2px solid #1b1b1b; padding: .75rem 0; }
    .company { font-weight: bold; margin: 0; }
    nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; margin: 0;
      padding: 0; }
    nav a, .links a { display: inline-block; padding: .25rem 0; }
    .account { margin-left: auto; }
    h1 { font-size: 1.5rem; }
    h2 { font-size: 1.2rem; margin-top: 2rem; }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; margin-bottom: 1.5rem; min-width: 50%; }
    caption { text-align: left; padding: .25rem 0; color: #4a4a4a; }
    th, td { border-bottom: 1px solid #8a8a8a; padding: .35rem .6rem; text-align: left;
      vertical-align: top; white-space: pre-wrap; unicode-bidi: isolate; }
    thead th { background: #eeeeee; }
    tbody th { min-width: 7em; }
    th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; }
    td.number a { display: inline-block; min-height: 1.5rem; min-width: 1.5rem; }
    thead a { display: inline-block; min-height: 1.5rem; min-width: 1.5rem; }
    small { color: #4a4a4a; }
    .list { scroll-margin-top: 1rem; }
    .list .count { margin-top: -1rem; color: #4a4a4a; }
    .pager [aria-current] { display: inline-block; padding: .25rem 0; font-weight: bold; }
    .files { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0; }
    .links a, .pager a, form[role=search] a { min-height: 1.5rem; min-width: 1.5rem; }
    form[role=search] { display: flex; flex-wrap: wrap; align-items: end; gap: .25rem 1rem; }
    form[role=search] p { margin: .25rem 0; }
    form[role=search] input { width: 16rem; max-width: 100%; }
    form[role=search] a { display: inline-block; margin-left: .75rem; }
    figure { margin: 0 0 1.5rem; }
    svg { display: block; max-width: 100%; height: auto; }
    svg[width="\(PictureSheet.width)"] { min-width: 40rem; }
    ins { background: #dff3df; color: #1b1b1b; }
    del { background: #fbe3e3; color: #1b1b1b; }
    .aside { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
      white-space: nowrap; }
    dl div { display: grid; grid-template-columns: minmax(9rem, 16rem) 1fr; gap: 1rem;
      border-bottom: 1px solid #d5d5d5; padding: .25rem 0; }
    dt { color: #4a4a4a; }
    dd { margin: 0; unicode-bidi: isolate; }
    .words { white-space: pre-wrap; overflow-wrap: anywhere; }
    .alert { border: 2px solid #a31515; padding: .5rem .75rem; white-space: pre-wrap; }
    fieldset { border: 1px solid #8a8a8a; margin: 0 0 1rem; max-width: 45rem; }
    .choice { border: 0; padding: 0; }
    main label { display: inline-block; }
    input[type=text], input[type=search], input[type=password], input[type=file], select,
    textarea { display: block; width: 100%; font: inherit;
      padding: .4rem; border: 1px solid #6a6a6a; }
    input[type=radio], input[type=checkbox] { width: 1.5rem; height: 1.5rem;
      vertical-align: middle; }
    select { min-height: 2.25rem; background: #ffffff; color: #1b1b1b; }
    button { font: inherit; min-height: 2.25rem; padding: .25rem .9rem; border: 1px solid #1b1b1b;
      background: #f2f2f2; cursor: pointer; }
    footer { border-top: 1px solid #8a8a8a; margin-top: 2rem; padding-top: .75rem; }
    @media (max-width: 30rem) {
      body { padding: 0 .75rem 2rem; }
      dl div { grid-template-columns: 1fr; gap: 0; }
    }

    """

  /// What scrolls on a screen would be cut off at the edge of the paper. Pictures are black on white: what fills
  /// an area is told apart by its pattern or its sign, and shades are light enough for black words.
  private static let paper = """
    @media print {
      @page { margin: 15mm; }
      body { margin: 0; padding: 0; max-width: none; font-size: 10pt; color: #000000; }
      .skip, nav, footer, form, .files { display: none; }
      a { color: inherit; text-decoration: none; }
      .scroll { overflow: visible; }
      h1, h2, caption, dt { break-after: avoid; }
      thead { display: table-header-group; }
      thead th { background: none; }
      tr, dl div, figure, .alert { break-inside: avoid; }
      svg, svg[width] { min-width: 0; max-height: 240mm; }
      svg text { fill: #000000; }
      svg [stroke] { stroke: #000000; }
      \(filled("rect[stroke]", with: marking)) { fill: #ffffff; }
      \(filled("rect:not([stroke])", with: marking)),
      \(filled("circle", with: marking)),
      \(filled("path", with: marking)) { fill: #000000; }
    \(shades)
    }

    """

  private static let marking: [Ink] = [.grey, .blue, .amber, .red, .violet]

  private static let shades = zip(
    [Ink.heat1, .heat2, .heat3, .heat4, .heat5],
    ["#f2f2f2", "#dddddd", "#c4c4c4", "#ababab", "#929292"]
  ).map { "  " + filled("rect", with: [$0]) + " { fill: \($1); }" }.joined(separator: "\n")

  private static func filled(_ element: String, with inks: [Ink]) -> String {
    inks.map { "svg \(element)[fill=\"\($0.rawValue)\"]" }.joined(separator: ", ")
  }
}
