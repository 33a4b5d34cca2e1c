import GazetteText

extension Issue {
  /// What `gazette outline --json` prints.
  public var outlineJSON: JSONValue {
    [
      "issue": identity.json(source: sourceJSON),
      "contents": .array(
        contents.map { entry in
          [
            "column": JSONValue(entry.column),
            "title": .string(entry.title),
            "page": JSONValue(entry.page),
            "ref": JSONValue(entry.document.map { self[$0].reference.text }),
          ]
        }),
      "documents": .array(roots.map { json(of: $0) }),
      "corrections": .array(corrections.map(\.json)),
    ]
  }
}

extension Issue {
  /// Which file the issue was read from.
  private var sourceJSON: JSONValue {
    let provenance = printed.provenance
    let format: SourceFormat =
      provenance.format == .markdown && !source.hasMarkdown ? .text : provenance.format
    return [
      "format": .string(format.rawValue),
      "encoding": .string(provenance.encoding),
      "pages": JSONValue(provenance.pages),
      "sha256": .string(provenance.digest ?? SHA256.hexadecimal(source.bytes)),
    ]
  }
}

extension SourceText {
  /// Whether lines are marked as Markdown does: headings, tables, pictures, stress, elements.
  fileprivate var hasMarkdown: Bool {
    (1...max(1, lineCount)).contains { line in
      guard line <= lineCount else { return false }
      let bytes = bytes(ofLine: line).drop { $0 == 0x20 || $0 == 0x09 }
      switch bytes.first {
      case UInt8(ascii: "#"), UInt8(ascii: "|"), UInt8(ascii: "<"): return true
      case UInt8(ascii: "!"): return bytes.dropFirst().first == UInt8(ascii: "[")
      case UInt8(ascii: "*"): return bytes.dropFirst().first == UInt8(ascii: "*")
      default: return false
      }
    }
  }
}

extension IssueIdentity {
  fileprivate func json(source: JSONValue) -> JSONValue {
    [
      "id": .string(id),
      "title": JSONValue(title),
      "year": JSONValue(year),
      "number": JSONValue(number),
      "cumulativeNumber": JSONValue(cumulativeNumber),
      "publicationDate": JSONValue(publicationDate),
      "sponsor": JSONValue(sponsor),
      "frequency": JSONValue(frequency),
      "source": source,
    ]
  }
}

extension Correction {
  fileprivate var json: JSONValue {
    [
      "line": .integer(line),
      "printed": .string(printed),
      "corrected": .string(corrected),
      "reason": .string(reason),
    ]
  }
}
