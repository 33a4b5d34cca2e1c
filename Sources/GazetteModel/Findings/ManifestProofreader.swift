import GazetteText

/// Looks over the words of a manifest for characters that nobody sees.
enum ManifestProofreader {
  /// The hidden characters of the words that name the issue and of the reasons for corrections.
  ///
  /// What a correction puts into a line is found with that line.
  static func findings(_ manifest: Manifest) -> [Finding] {
    let identity = manifest.identity
    var result: [Finding] = []
    for (name, text) in [
      ("id", identity.id), ("title", identity.title), ("sponsor", identity.sponsor),
      ("frequency", identity.frequency),
    ] {
      check(text ?? "", line: 1, "identity." + name, &result)
    }
    for (index, correction) in manifest.corrections.enumerated() {
      check(correction.reason, line: correction.line, "corrections[\(index)].reason", &result)
    }
    return result
  }

  private static func check(
    _ text: String, line: Int, _ field: String, _ result: inout [Finding]
  ) {
    var marks = MarkStack()
    var hidden: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      let isTooHigh = marks.isTooHigh(with: scalar)
      if isTooHigh || scalar.isHidden { hidden.append(scalar) }
    }
    if !hidden.isEmpty { result.append(Finding(hidden: hidden, line: line, field: field)) }
  }
}
