extension FormTemplate {
  /// Nothing of a form is in it, so that its digest is the same for all.
  static let style = """

    @page { size: A4; margin: 14mm 12mm; }
    @page wide { size: A4 landscape; margin: 12mm 10mm; }
    * { box-sizing: border-box; }
    body { font-family: "Noto Serif CJK SC", "Noto Sans CJK SC", serif; font-size: 10.5pt;
      line-height: 1.45; color: #000; background: #fff; margin: 0 auto; max-width: 186mm; }
    body.wide { page: wide; max-width: 277mm; font-size: 9pt; }
    header { position: relative; text-align: center; margin: 0 0 3mm; overflow-wrap: anywhere; }
    header p { margin: 0; }
    h1 { font-size: 16pt; letter-spacing: .15em; margin: 1mm 0; overflow-wrap: anywhere; unicode-bidi: isolate; }
    /* Of the code nothing lies under it: readers want its border white. */
    header.coded { min-height: 22mm; padding: 0 24mm; }
    .code { position: absolute; top: 0; right: 0; }
    .code svg { display: block; width: 22mm; height: 22mm; }
    .number { text-align: right; font-size: 9pt; min-height: 1em; }
    table { width: 100%; border-collapse: collapse; margin: 0 0 -1px; table-layout: fixed; }
    table.list { margin-top: 3mm; }
    caption { text-align: left; font-weight: bold; padding: 1mm 0; }
    th, td { border: 1px solid #000; padding: 1.2mm 1.6mm; text-align: left;
      vertical-align: top; height: 7mm; white-space: pre-wrap; overflow-wrap: anywhere;
      unicode-bidi: isolate; font-weight: normal; }
    table.list thead th { font-weight: bold; background: #eee; }
    th.tiny { width: 10mm; } th.short { width: 16mm; } th.medium { width: 21mm; }
    th.label { width: 26mm; background: #f4f4f4; white-space: normal; }
    .box { margin: 0 1.2em 0 0; display: inline-block; }
    .words { border: 1px solid #000; padding: 1.2mm 1.6mm; margin: 0 0 -1px;
      break-inside: avoid; }
    .words h2 { font-size: 10.5pt; margin: 0; }
    .words p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; }
    .line { border-bottom: 1px dotted #777; height: 8mm; }
    .signatures { display: flex; flex-wrap: wrap; gap: 4mm 8mm; margin: 8mm 0 4mm;
      break-inside: avoid; }
    .signature { flex: 1 1 50mm; }
    .signature div { border-bottom: 1px solid #000; height: 12mm; }
    .note { font-size: 8.5pt; margin: 2mm 0 0; }
    thead { display: table-header-group; }
    tr { break-inside: avoid; }
    /* On a narrow screen a form is moved to and fro; on paper it has its own width. */
    @media screen {
      body { padding: 4mm; }
      .scroll { overflow-x: auto; }
      .scroll > * { min-width: 150mm; }
      body.wide .scroll > * { min-width: 250mm; }
    }

    """

  // The policy forbids everything but these styles: a text that slipped through could load nothing. The code
  // is the one value that is not escaped: only `SVGDrawing` makes it (docs/decisions/0009).
  static let source = """
    {{% CONTENT_TYPE: ROUNDS}}<!doctype html>
    <html lang="{{language}}">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src {{styleSource}}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{{title}}</title>
    <style>\(style)</style>
    </head>
    <body{{#isLandscape}} class="wide"{{/isLandscape}}>
    <header{{#hasCode}} class="coded"{{/hasCode}}>
    <p>{{issuer}}</p>
    <h1>{{title}}</h1>
    <p class="number">{{number}}</p>
    {{#hasCode}}<div class="code">{{{picture}}}</div>
    {{/hasCode}}</header>
    <main class="scroll" tabindex="0" aria-label="{{title}}">
    {{#blocks}}
    {{#fields}}
    <table>
    {{#rows}}
    <tr>{{#cells}}<th class="label" scope="row">{{label}}</th><td colspan="{{span}}">{{value}}</td>{{/cells}}</tr>
    {{/rows}}
    </table>
    {{/fields}}
    {{#ticks}}
    <table>
    <tr><th class="label" scope="row">{{label}}</th><td colspan="5">{{#boxes}}<span class="box">{{mark}} {{label}}</span> {{/boxes}}</td></tr>
    </table>
    {{/ticks}}
    {{#table}}
    <table class="list">
    <caption>{{caption}}</caption>
    <thead><tr>{{#headings}}<th scope="col" class="{{width}}">{{text}}</th>{{/headings}}</tr></thead>
    <tbody>
    {{#rows}}
    <tr>{{#cells}}<td>{{text}}</td>{{/cells}}</tr>
    {{/rows}}
    </tbody>
    </table>
    {{/table}}
    {{#words}}
    <div class="words">
    <h2>{{label}}</h2>
    <p>{{text}}</p>
    {{#lines}}<div class="line">{{line}}</div>{{/lines}}
    </div>
    {{/words}}
    {{#signatures}}
    <div class="signatures">
    {{#places}}
    <div class="signature">{{label}}<div></div>{{date}}</div>
    {{/places}}
    </div>
    {{/signatures}}
    {{#note}}
    <p class="note">{{text}}</p>
    {{/note}}
    {{/blocks}}
    </main>
    </body>
    </html>

    """
}
