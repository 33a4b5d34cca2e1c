import GazetteText

/// Names of bodies in one line (单位名单).
///
/// Some names hold the mark that parts names (各市、县级政府); where one does, a comma parts them, so
/// that nobody counts two bodies for one.
public enum BodyNames {
  /// The names in order of `names`, as Chinese texts list them.
  public static func line(_ names: [String]) -> String {
    line(names, .chinese)
  }

  /// The names in one line of a language.
  package static func line(_ names: [String], _ language: Language) -> String {
    let mark = language.listMark
    let holdsMark = names.contains { name in
      mark.unicodeScalars.first.map(name.unicodeScalars.contains) == true
    }
    return names.joined(separator: holdsMark ? language.comma : mark)
  }
}
