import GazetteModel

/// A document of an issue as the index knows it (文件).
public struct CataloguedDocument: Hashable, Sendable {
  /// Its reference within the issue.
  public let reference: String
  /// The title; nil where none is printed.
  public let title: String?
  /// The document number (文号), 吉政发〔2021〕6号.
  public let number: String?
  /// The column of the contents that it stands in (栏目); nil of an attachment.
  public let column: String?
  /// Whether another document of the issue issues it (附件).
  public let isAttachment: Bool
}

extension ArchiveCatalogue {
  /// The documents of all issues by their titles and numbers; of several of one title the newest is
  /// meant. References name their issue where there are several.
  public func documentNames() throws(ArchiveFailure) -> DocumentNames {
    let documents = Dictionary(
      grouping: try reading { try $0.documents(ofIssue: nil) }, by: \.issue)
    var names = DocumentNames()
    for place in issues.indices {
      let lead = issues.count > 1 ? issues[place].id + ":" : ""
      for document in documents[issues.heads[place].number] ?? [] {
        names.add(
          title: document.title, number: document.number, reference: lead + document.reference)
      }
    }
    return names
  }

  /// The documents of an issue, in the order of print.
  public func documents(
    ofIssueAt place: Int
  ) throws(ArchiveFailure) -> [CataloguedDocument] {
    let number = issues.heads[place].number
    return try reading { reader in
      var end = 0
      return try reader.documents(ofIssue: number).map { document in
        let isAttachment = document.node < end
        end = max(end, document.end)
        return CataloguedDocument(
          reference: document.reference, title: document.title, number: document.number,
          column: document.column, isAttachment: isAttachment)
      }
    }
  }
}
