import GazetteModel
import GazetteText

/// The issues that a command speaks of, as it prints them.
///
/// One issue is printed with its own references. Of several each reference has its issue before it,
/// `2021-11:3.1/2.3.11`, wherever it is printed: `printed` is what commands print of, while
/// references that somebody typed are looked up in `issues`.
struct OpenedLibrary {
  let library: Library
  /// The issues with the references that are printed, in the order of the library.
  let printed: [GazetteModel.Issue]

  init(_ library: Library) {
    self.library = library
    printed =
      library.issues.count == 1
      ? library.issues
      : zip(library.issues, library.ids).map { issue, id in issue.withReferences(naming: id) }
  }

  var issues: [GazetteModel.Issue] { library.issues }

  /// An issue with the references that are printed.
  func printed(_ issue: IssueID) -> GazetteModel.Issue {
    library.place(of: issue).map { printed[$0] } ?? library[issue]
  }

  /// Whether references name their issue.
  var hasSeveral: Bool { library.issues.count > 1 }

  /// The node that a reader means by `reference`, with or without the issue before it. Of several
  /// issues one has to be named, unless only one has that reference.
  func node(named reference: String, _ language: Language) throws(Failure) -> NodeAddress {
    let typed = TypedReference(reference)
    if typed.issue == nil {
      let found = library.issueIDs.compactMap { issue in
        library[issue].node(at: typed.reference).map { NodeAddress(issue: issue, node: $0) }
      }
      if found.count == 1 { return found[0] }
      if found.count > 1 {
        throw Failure(
          Messages.severalIssues, at: reference,
          remedy: Messages.nameIssue(
            "\(library.printedID(of: found[0].issue)):\(typed.reference)"), language)
      }
    } else if let address = library.node(at: typed, current: library.issueIDs[0]) {
      return address
    }
    let issue = typed.issue.flatMap(library.issue(named:)) ?? library.issueIDs[0]
    throw Failure(unknownReference: reference, in: library[issue], language)
  }

  /// The row of a table that a reader means by `reference`, with or without the issue before it; nil
  /// where it names none, or one in several issues.
  func row(named reference: String) -> (issue: IssueID, row: NodeRow)? {
    let typed = TypedReference(reference)
    var places = library.issueIDs
    if let name = typed.issue {
      guard let named = library.issue(named: name) else { return nil }
      places = [named]
    }
    let found = places.compactMap { issue in
      library[issue].row(at: typed.reference).map { (issue: issue, row: $0) }
    }
    return found.count == 1 ? found[0] : nil
  }
}

extension GazetteModel.Issue {
  /// The node that a reader means by `reference`, with or without the issue before it.
  func node(named reference: String) -> NodeID? {
    let alone = Library(issues: [self])
    return alone.node(at: TypedReference(reference), current: alone.issueIDs[0])?.node
  }
}
