/// The styles of characters that an OpenDocument text raises or lowers: of exponents and of the 2.5 in PM₂.₅.
struct RaisedStyles {
  private var tags: [String: String] = [:]

  /// Takes over the styles that a part of the document defines.
  mutating func take(_ tree: MarkupTree) {
    for style in tree.descendants("style", of: -1) {
      guard let name = tree[style]["name"],
        let properties = tree.child("text-properties", of: style),
        let position = tree[properties]["text-position"], let tag = Self.tag(position)
      else { continue }
      tags[name] = tag
    }
  }

  /// The element that says the same in a page; nil where the style leaves characters on their line.
  subscript(style: String?) -> String? { style.flatMap { tags[$0] } }

  /// `sub 58%`, `super 58%`, and heights in hundredths of the line: `-8% 80%`.
  private static func tag(_ position: String) -> String? {
    let height = position.prefix { $0 != " " }
    switch height {
    case "sub": return "sub"
    case "super": return "sup"
    default:
      guard height.hasSuffix("%"), let value = Double(height.dropLast()), value != 0 else {
        return nil
      }
      return value < 0 ? "sub" : "sup"
    }
  }
}
