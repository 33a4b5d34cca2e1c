import CContent

/// The issue that is compiled into the program, so that the binary alone can show one.
public enum ShippedIssue {
  /// Parses the shipped text with its corrections.
  ///
  /// The text is known to be clean (a test screens it), so that the first frame need not wait for
  /// that.
  public static func load() -> Issue {
    IssueParser.parse(SourceText(bytes: text), manifest: manifest)
  }

  /// The printed text, byte for byte.
  package static var text: [UInt8] {
    var length = 0
    let start = gazette_shipped_issue_text(&length)
    return Array(UnsafeBufferPointer(start: start, count: length))
  }

  /// The manifest as it stands in the repository.
  package static var manifestJSON: [UInt8] {
    var length = 0
    let start = gazette_shipped_issue_manifest(&length)
    return Array(UnsafeBufferPointer(start: start, count: length))
  }

  private static var manifest: Manifest {
    do throws(ManifestFailure) {
      return try Manifest(json: manifestJSON)
    } catch {
      preconditionFailure(
        "the shipped manifest is part of the program, and a test reads it: \(error)")
    }
  }
}
