/// What elements of pages are for.
enum PageElements {
  /// What nobody sees as text. The head is not among it, only what belongs there: of a page without
  /// <body> the parser leaves elements younger than itself, such as <article>, in the head.
  static let silent: Set<String> = [
    "script", "style", "noscript", "template", "iframe", "object", "embed", "applet", "svg", "math",
    "canvas", "audio", "video", "input", "select", "textarea", "option", "title", "meta",
    "link", "base", "map",
  ]

  /// What stands around articles.
  private static let around: Set<String> = [
    "nav", "footer", "aside", "dialog", "menu", "button",
  ]

  /// What begins a line and ends it.
  static let block: Set<String> = [
    "html", "head", "body", "div", "p", "section", "article", "main", "header", "center", "form",
    "fieldset",
    "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre",
    "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "figure", "figcaption", "hr",
    "address", "details", "summary",
  ]

  /// What an article can be found in.
  static let container: Set<String> = [
    "html", "head", "body", "div", "section", "article", "main", "center", "form", "table", "tbody",
    "tr",
    "td", "fieldset", "blockquote", "font", "span",
  ]

  static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]

  /// Words of classes and ids of what stands around articles.
  private static let surroundings = [
    "share", "bdshare", "nav", "navbar", "navigation", "breadcrumb", "crumb", "footer", "foot",
    "copyright", "sidebar", "toolbar", "qrcode", "pagination", "comment", "related", "recommend",
    "print", "fontsize", "visit", "counter", "hits", "menu", "banner", "search", "location",
    "position", "dqwz", "weizhi", "fenxiang", "xgwz", "xglj",
  ]

  /// What people who wrote the page do not let be seen, or put around what is to be read.
  static func isLeftOut(_ node: MarkupTree.Node) -> Bool {
    if silent.contains(node.name) || around.contains(node.name) || node["hidden"] != nil
      || node["aria-hidden"] == "true"
    {
      return true
    }
    if let style = node["style"]?.lowercased().filter({ $0 != " " }),
      style.contains("display:none") || style.contains("visibility:hidden")
    {
      return true
    }
    switch node["role"] {
    case "navigation", "banner", "contentinfo", "search", "complementary": return true
    default: break
    }
    // A page as a whole may be called what its parts are.
    guard node.name != "body", node.name != "html" else { return false }
    return (words(node["class"]) + words(node["id"])).contains { surroundings.contains($0) }
  }

  private static func words(_ value: String?) -> [String] {
    guard let value else { return [] }
    return value.lowercased().split { !$0.isLetter }.map(String.init)
  }
}
