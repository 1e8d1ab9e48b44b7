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
    {{#pageLanguages}}<button name="lang" value="{{code}}" lang="{{code}}"\
    {{#isChosen}} aria-current="true"{{/isChosen}}>{{name}}</button>
    {{/pageLanguages}}</form>{{/isLoggedIn}}\
    {{^isLoggedIn}}<nav aria-label="{{pageLanguageLabel}}"><ul>
    {{#pageLanguages}}<li><a href="?{{pageKept}}lang={{code}}" lang="{{code}}" hreflang="{{code}}"\
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
    {{/facts}}{{#table}}\(table){{/table}}{{#form}}\(form){{/form}}
    """

  private static let text =
    "{{#hasURL}}<a href=\"{{url}}\">{{text}}</a>{{/hasURL}}{{^hasURL}}{{text}}{{/hasURL}}"

  private static let table = """
    <div class="scroll" role="region" aria-label="{{caption}}" tabindex="0"><table>
    <caption>{{caption}}</caption>
    <thead><tr>{{#headings}}<th scope="col">{{.}}</th>{{/headings}}</tr></thead>
    <tbody>
    {{#rows}}<tr>{{#cells}}\
    {{#isHead}}<th scope="row">\(text)</th>{{/isHead}}\
    {{^isHead}}<td{{#isNumber}} class="number"{{/isNumber}}>\(text)</td>{{/isHead}}\
    {{/cells}}</tr>
    {{/rows}}</tbody>
    </table></div>

    """

  private static let form = """
    <form method="post" action="{{action}}" accept-charset="utf-8">
    <fieldset><legend>{{legend}}</legend>
    {{#hidden}}<input type="hidden" name="{{name}}" value="{{value}}">
    {{/hidden}}{{#inputs}}\
    {{#line}}<p><label for="{{id}}">{{label}}</label>
    <input id="{{id}}" name="{{name}}" type="{{kind}}" maxlength="{{maximum}}"\
     autocomplete="{{completion}}"{{#isRequired}} required{{/isRequired}}></p>
    {{/line}}{{#area}}<p><label for="{{id}}">{{label}}</label>
    <textarea id="{{id}}" name="{{name}}" rows="6" maxlength="{{maximum}}"\
     autocomplete="off"{{#isRequired}} required{{/isRequired}}></textarea></p>
    {{/area}}{{#sure}}<p><input id="{{id}}" name="{{name}}" type="checkbox" value="yes" required>
    <label for="{{id}}">{{label}}</label></p>
    {{/sure}}{{#choice}}<fieldset class="choice"><legend>{{label}}</legend>
    {{#options}}<p><input id="{{id}}" name="{{name}}" type="radio" value="{{value}}"{{#isChosen}} checked{{/isChosen}} required>
    <label for="{{id}}">{{label}}</label></p>
    {{/options}}</fieldset>
    {{/choice}}{{/inputs}}<p><button>{{button}}</button></p>
    </fieldset>
    </form>

    """
}
