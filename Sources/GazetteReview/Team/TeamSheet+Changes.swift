extension TeamSheet {
  /// What came in since an earlier sheet that concerns a reader: units dealt out, verdicts on the
  /// reader's own marks, and remarks of others; each with the reference of its unit.
  public func since(
    _ earlier: TeamSheet, reader: String
  ) -> (
    dealt: Int, verdicts: [(key: String, verdict: TeamVerdict)],
    remarks: [(key: String, remark: TeamRemark)]
  ) {
    var dealt = 0
    var verdicts: [(key: String, verdict: TeamVerdict)] = []
    var remarks: [(key: String, remark: TeamRemark)] = []
    for reference in references.sorted() {
      let (new, old) = (self[reference], earlier[reference])
      if new == old { continue }
      if new.readers.contains(reader), !old.readers.contains(reader) { dealt += 1 }
      verdicts += new.verdicts.filter { $0.reviewer == reader && !old.verdicts.contains($0) }
        .map { (reference, $0) }
      let known = Set(old.threads.flatMap(\.remarks))
      remarks += new.threads.flatMap(\.remarks).filter {
        $0.author != reader && !known.contains($0)
      }.map { (reference, $0) }
    }
    return (dealt, verdicts, remarks)
  }
}
