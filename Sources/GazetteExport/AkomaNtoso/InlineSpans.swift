import GazetteModel
import GazetteText

/// What of a paragraph is more than text: who has to do it, by when, what it refers to, and what was
/// corrected in it.
struct InlineSpan {
  let range: ScalarRange
  /// The elements around the text, the outer first.
  let elements: [(name: String, attributes: [XMLWriter.Attribute])]
}

/// Finds the spans of paragraphs.
struct InlineSpans {
  let issue: Issue
  let departments: DepartmentIndex
  let targets: TargetIndex
  let references: CrossReferenceIndex
  let names: ElementNames
  /// The nodes that are written, to which references can lead.
  let written: Range<Int>

  /// The spans of one paragraph in order; none overlaps another.
  ///
  /// - Parameter organization: The link to a body by its name.
  func spans(of id: NodeID, paragraph: Int, organization: (String) -> String) -> [InlineSpan] {
    let found =
      bodies(of: id, paragraph, organization) + deadlines(of: id, paragraph)
      + links(of: id, paragraph) + corrections(of: id, paragraph)
    var result: [InlineSpan] = []
    // Of two that overlap the earlier kind stays, as they stand above.
    for span in found where span.range.count > 0 {
      if !result.contains(where: { $0.range.overlaps(span.range) }) { result.append(span) }
    }
    return result.sorted { $0.range.start < $1.range.start }
  }

  private func bodies(
    of id: NodeID, _ paragraph: Int, _ organization: (String) -> String
  ) -> [InlineSpan] {
    let scalars = issue[id].paragraphs[paragraph].scalars
    var result: [InlineSpan] = []
    for responsibility in departments.responsibilities[departments.responsibilities(of: id)]
    where responsibility.row == nil && responsibility.paragraph == paragraph
      && !responsibility.isInherited
    {
      guard let range = responsibility.range, range.end <= scalars.count else { continue }
      for group in responsibility.groups {
        for body in group.bodies {
          let printed = Array(body.printed.unicodeScalars)
          let taken = result.map(\.range)
          guard
            let start = Self.first(printed, in: scalars, from: range.start, to: range.end, taken)
          else { continue }
          result.append(
            InlineSpan(
              range: ScalarRange(start, start + printed.count),
              elements: [
                ("role", [("refersTo", "#role_\(group.role.rawValue)")]),
                ("organization", [("refersTo", organization(body.name))]),
              ]))
        }
      }
    }
    return result
  }

  /// Where a name first stands outside of what is taken: 省财政厅 is also the end of 某某省财政厅.
  private static func first(
    _ name: [Unicode.Scalar], in scalars: [Unicode.Scalar], from: Int, to: Int,
    _ taken: [ScalarRange]
  ) -> Int? {
    guard !name.isEmpty, to - from >= name.count else { return nil }
    return (from...(to - name.count)).first { start in
      scalars[start..<start + name.count].elementsEqual(name)
        && !taken.contains { $0.overlaps(ScalarRange(start, start + name.count)) }
    }
  }

  private func deadlines(of id: NodeID, _ paragraph: Int) -> [InlineSpan] {
    targets.targets(of: id).compactMap { target in
      guard target.place == .paragraph(paragraph), target.kind == .deadline,
        let day = WorkIdentity.day(target.deadline)
      else { return nil }
      return InlineSpan(range: target.range, elements: [("date", [("date", day)])])
    }
  }

  private func links(of id: NodeID, _ paragraph: Int) -> [InlineSpan] {
    references.references(of: id).compactMap { reference in
      guard reference.place == .paragraph(paragraph), let link = link(reference) else { return nil }
      return InlineSpan(range: reference.range, elements: [("ref", [("href", link)])])
    }
  }

  /// Where a reference leads: to a unit that is written too, else to the work that the number names.
  private func link(_ reference: CrossReference) -> String? {
    if let target = reference.target, written.contains(target.index) {
      return names.id(target).isEmpty ? nil : "#" + names.id(target)
    }
    guard reference.kind == .documentNumber else { return nil }
    return "/akn/cn/doc/" + WorkIdentity.percentEncoded(reference.text)
  }

  private func corrections(of id: NodeID, _ paragraph: Int) -> [InlineSpan] {
    issue[id].paragraphs[paragraph].corrections.map { applied in
      InlineSpan(
        range: applied.range,
        elements: [
          (
            "inline",
            [
              ("name", "correction"), ("g:printed", applied.correction.printed),
              ("g:line", String(applied.correction.line)),
              ("g:reason", applied.correction.reason),
            ]
          )
        ])
    }
  }
}
