import GazetteModel
import GazetteText

/// Writes XML: well formed by its making, with marks for what is hidden or no character of XML.
struct XMLWriter {
  typealias Attribute = (name: String, value: String?)

  private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  /// The elements that are open, the innermost last.
  private var open: [String] = []

  /// How many elements are open.
  var depth: Int { open.count }

  /// Begins an element that holds elements; attributes without a value are left out.
  mutating func start(_ name: String, _ attributes: [Attribute] = []) {
    startInline(name, attributes)
    text += "\n"
  }

  /// Begins an element that holds text, where a line feed would be part of it.
  mutating func startInline(_ name: String, _ attributes: [Attribute] = []) {
    tag(name, attributes)
    text += ">"
    open.append(name)
  }

  /// Ends the innermost element and its line.
  mutating func end() {
    endInline()
    text += "\n"
  }

  /// Ends the innermost element.
  mutating func endInline() {
    guard let name = open.popLast() else { return }
    text += "</\(name)>"
  }

  /// Ends elements until `depth` are open.
  mutating func end(downTo depth: Int) {
    while open.count > depth { end() }
  }

  /// Adds an element without content.
  mutating func empty(_ name: String, _ attributes: [Attribute] = []) {
    tag(name, attributes)
    text += "/>\n"
  }

  /// Adds an element with nothing but text, and ends its line.
  mutating func element(_ name: String, _ attributes: [Attribute] = [], text content: String) {
    startInline(name, attributes)
    add(content)
    end()
  }

  /// Adds text.
  mutating func add(_ content: String) { text += Self.escaped(content) }

  private mutating func tag(_ name: String, _ attributes: [Attribute]) {
    text += "<\(name)"
    for (name, value) in attributes {
      if let value { text += " \(name)=\"\(Self.escaped(value))\"" }
    }
  }

  private static func escaped(_ content: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in SafeText.lines(content).unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
