import SQLiteKit

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
  /// The documents of an issue, in the order of print.
  public func documents(
    ofIssueAt place: Int
  ) throws(ArchiveFailure) -> [CataloguedDocument] {
    let issue = issues.heads[place].number
    return try reading { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT node, end, reference, title, number, columnName FROM document
          WHERE issue = ? ORDER BY node
          """)
      var end = 0
      return try DatabaseRow.fetchAll(statement, arguments: [issue]).map { row in
        let isAttachment = try row.number(0) < end
        end = max(end, try row.number(1))
        return CataloguedDocument(
          reference: row[2], title: row.text(3), number: row.text(4), column: row.text(5),
          isAttachment: isAttachment)
      }
    }
  }
}
