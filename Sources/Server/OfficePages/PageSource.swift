extension PageTemplate {
  /// Mustache, with our own escaping of bytes (docs/decisions/0009).
  static let source = """
    {{% CONTENT_TYPE: ROUNDS}}<!doctype html>
    <html lang="{{pageLanguage}}">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{{pageTitle}} – {{pageCompany}}</title>
    <link rel="stylesheet" href="/style.css">
    </head>
    <body>
    <a class="skip" href="#content">{{pageSkip}}</a>
    <header>
    <p class="company">{{pageCompany}}</p>
    {{#isLoggedIn}}<nav aria-label="{{pageNavigationLabel}}"><ul>
    {{#pageNavigation}}<li><a href="{{url}}">{{text}}</a></li>
    {{/pageNavigation}}</ul></nav>
    <form class="account" method="post" action="/logout">
    <input type="hidden" name="token" value="{{pageToken}}">
    <span>{{pageAccount}} ({{pageRole}})</span> <button>{{pageLogout}}</button>
    </form>{{/isLoggedIn}}
    </header>
    <main id="content" tabindex="-1">
    <h1>{{pageTitle}}</h1>
    {{#pageBlocks}}\(blocks){{/pageBlocks}}</main>
    <footer>
    {{#isLoggedIn}}<form method="post" action="/language" aria-label="{{pageLanguageLabel}}">
    <input type="hidden" name="token" value="{{pageToken}}">
    <input type="hidden" name="next" value="{{pageAddress}}">
    {{#pageLanguages}}<button name="lang" value="{{code}}" lang="{{tag}}"\
    {{#isChosen}} aria-current="true"{{/isChosen}}>{{name}}</button>
    {{/pageLanguages}}</form>{{/isLoggedIn}}\
    {{^isLoggedIn}}<nav aria-label="{{pageLanguageLabel}}"><ul>
    {{#pageLanguages}}<li><a href="?{{pageKept}}lang={{code}}" lang="{{tag}}" hreflang="{{tag}}"\
    {{#isChosen}} aria-current="true"{{/isChosen}}>{{name}}</a></li>
    {{/pageLanguages}}</ul></nav>{{/isLoggedIn}}
    </footer>
    </body>
    </html>

    """

  private static let blocks =
    """
    {{#heading}}<h2>{{text}}</h2>
    {{/heading}}{{#note}}<p class="words">{{text}}</p>
    {{/note}}{{#alert}}<p class="alert" role="alert">{{text}}</p>
    {{/alert}}{{#links}}<ul class="links">
    {{#items}}<li>\(text)</li>
    {{/items}}</ul>
    {{/links}}{{#facts}}<dl>
    {{#items}}<div><dt>{{label}}</dt><dd class="words">\(text)</dd></div>
    {{/items}}</dl>
    {{/facts}}{{#table}}\(table){{/table}}{{#form}}\(form){{/form}}\
    {{#search}}\(search){{/search}}{{#difference}}\(difference){{/difference}}\
    {{#listing}}\(listing){{/listing}}
    """

  private static let text =
    "{{#hasURL}}<a href=\"{{url}}\">{{text}}</a>{{/hasURL}}{{^hasURL}}{{text}}{{/hasURL}}"
    + "{{#hasRemark}} <small>({{remark}})</small>{{/hasRemark}}"

  private static let table = """
    <div class="scroll" role="region" aria-label="{{caption}}" tabindex="0"><table>
    <caption>{{caption}}</caption>
    <thead><tr>{{#headings}}<th scope="col"\
    {{#isNumber}} class="number"{{/isNumber}}{{#isSorted}} aria-sort="{{sorting}}"{{/isSorted}}>\
    {{#hasURL}}<a href="{{url}}">{{text}}{{#isSorted}} <span aria-hidden="true">{{arrow}}</span>\
    {{/isSorted}}</a>{{/hasURL}}{{^hasURL}}{{text}}{{/hasURL}}</th>{{/headings}}</tr></thead>
    <tbody>
    {{#rows}}<tr>{{#cells}}\
    {{#isHead}}<th scope="row">\(text)</th>{{/isHead}}\
    {{^isHead}}<td{{#isNumber}} class="number"{{/isNumber}}>\(text)</td>{{/isHead}}\
    {{/cells}}</tr>
    {{/rows}}</tbody>
    </table></div>

    """

  /// A typed table with what stands around it. The picture is the one value that is not escaped: only
  /// `SVGDrawing` makes it, out of words that it escaped itself (docs/decisions/0009).
  private static let listing = """
    <div class="list" id="{{anchor}}">
    {{#hasSearch}}{{#search}}\(search){{/search}}{{/hasSearch}}\
    {{#faults}}<p class="alert" role="alert">{{text}}</p>
    {{/faults}}{{#hasPicture}}<figure class="scroll" role="group" aria-label="{{title}}" tabindex="0">\
    {{{picture}}}</figure>
    {{/hasPicture}}{{#isEmpty}}<p class="words">{{title}}: {{emptiness}}</p>
    {{/isEmpty}}{{#hasRows}}{{#table}}\(table){{/table}}<p class="count">{{count}}</p>
    {{/hasRows}}{{#hasPager}}<nav class="pager" aria-label="{{pagerLabel}}"><ul>
    {{#pager}}<li>{{#isHere}}<span aria-current="page">{{text}}</span>{{/isHere}}\
    {{^isHere}}<a href="{{url}}"{{#hasRel}} rel="{{rel}}"{{/hasRel}}>{{text}}</a>{{/isHere}}</li>
    {{/pager}}</ul></nav>
    {{/hasPager}}{{#hasFiles}}<ul class="links files" aria-label="{{filesLabel}}">
    {{#files}}<li><a href="{{url}}" download>{{text}}</a></li>
    {{/files}}</ul>
    {{/hasFiles}}</div>

    """

  /// Colours alone would say nothing to many: the words stand beside them for whoever hears the page.
  private static let difference = """
    <dl><div><dt>{{label}}</dt><dd class="words">{{#parts}}{{#isSame}}{{text}}{{/isSame}}\
    {{^isSame}}{{#isAdded}}<ins><span class="aside">{{words}}</span>{{text}}</ins>{{/isAdded}}\
    {{^isAdded}}<del><span class="aside">{{words}}</span>{{text}}</del>{{/isAdded}}{{/isSame}}\
    {{/parts}}</dd></div></dl>

    """

  private static let search = """
    <form method="get" action="{{action}}" role="search" aria-label="{{label}}" accept-charset="utf-8">
    {{#hidden}}<input type="hidden" name="{{name}}" value="{{value}}">
    {{/hidden}}{{#inputs}}\(inputs){{/inputs}}<p><button>{{button}}</button>\
    {{#hasAll}}{{#all}} <a href="{{url}}">{{text}}</a>{{/all}}{{/hasAll}}</p>
    </form>

    """

  private static let form = """
    <form method="post" action="{{action}}" accept-charset="utf-8"\
    {{#hasFile}} enctype="multipart/form-data"{{/hasFile}}>
    <fieldset><legend>{{legend}}</legend>
    {{#hidden}}<input type="hidden" name="{{name}}" value="{{value}}">
    {{/hidden}}{{#inputs}}\(inputs){{/inputs}}<p><button>{{button}}</button></p>
    </fieldset>
    </form>

    """

  /// A line feed after the opening tag of a text is dropped by browsers, so that one that was typed is kept.
  private static let inputs = """
    {{#line}}<p><label for="{{id}}">{{label}}</label>
    <input id="{{id}}" name="{{name}}" type="{{kind}}" maxlength="{{maximum}}" value="{{value}}"\
     autocomplete="{{completion}}"{{#isRequired}} required{{/isRequired}}></p>
    {{/line}}{{#area}}<p><label for="{{id}}">{{label}}</label>
    <textarea id="{{id}}" name="{{name}}" rows="6" maxlength="{{maximum}}"\
     autocomplete="off"{{#isRequired}} required{{/isRequired}}>
    {{value}}</textarea></p>
    {{/area}}{{#sure}}<p><input id="{{id}}" name="{{name}}" type="checkbox" value="yes" required>
    <label for="{{id}}">{{label}}</label></p>
    {{/sure}}{{#choice}}<fieldset class="choice"><legend>{{label}}</legend>
    {{#options}}<p><input id="{{id}}" name="{{name}}" type="radio" value="{{value}}"{{#isChosen}} checked{{/isChosen}} required>
    <label for="{{id}}">{{label}}</label></p>
    {{/options}}</fieldset>
    {{/choice}}{{#select}}<p><label for="{{id}}">{{label}}</label>
    <select id="{{id}}" name="{{name}}">
    {{#options}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{label}}</option>
    {{/options}}</select></p>
    {{/select}}{{#file}}<p><label for="{{id}}">{{label}}</label>
    <input id="{{id}}" name="{{name}}" type="file" accept="{{accept}}" required></p>
    {{/file}}
    """
}
