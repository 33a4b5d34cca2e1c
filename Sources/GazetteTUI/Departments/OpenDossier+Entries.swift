import GazetteModel

extension OpenDossier {
  /// The entries that neither a restriction to one document nor a filter leaves out.
  func listed(
    _ documents: [DepartmentIndex.DossierDocument], left: NodeSet?
  ) -> [DepartmentIndex.DossierDocument] {
    documents.filter { document == nil || document == OnlyDocument(node: $0.document) }
      .map { document in
        DepartmentIndex.DossierDocument(
          document: document.document,
          entries: document.entries.filter { left?.contains($0.node) ?? true })
      }
      .filter { !$0.entries.isEmpty }
  }
}
