import Testing

@testable import GazetteModel

@Suite struct ResponsibilityInvariantTests {
  let issue: GazetteModel.Issue
  let index: DepartmentIndex

  init() throws {
    issue = try TestContent.shippedIssue()
    index = DepartmentIndex(issue: issue)
  }

  @Test func rangesCutExactlyThePhrase() {
    for responsibility in index.responsibilities {
      guard let range = responsibility.range else { continue }
      let paragraph = issue[responsibility.node].paragraphs[responsibility.paragraph]
      #expect(paragraph.text(in: range) == responsibility.text)
      if responsibility.form == .bracketed {
        #expect(responsibility.text.first == "（" && responsibility.text.last == "）")
      }
    }
  }

  @Test func scopesOfAParagraphLieInItAndDoNotOverlap() {
    let printed = index.responsibilities.filter { !$0.isInherited }
    for (responsibility, next) in zip(printed, printed.dropFirst()) {
      guard let scope = responsibility.scope else { continue }
      let paragraph = issue[responsibility.node].paragraphs[responsibility.paragraph]
      #expect(0 <= scope.start && scope.start <= scope.end && scope.end <= paragraph.scalarCount)
      guard next.node == responsibility.node, next.paragraph == responsibility.paragraph,
        let following = next.scope, let range = responsibility.range
      else { continue }
      #expect(!scope.overlaps(following))
      #expect(following.start >= range.end)
    }
  }

  @Test func everyPhraseOfTheIssueSpeaksForSomeText() {
    for responsibility in index.responsibilities {
      #expect(!index.sentence(of: responsibility, in: issue).isEmpty)
    }
  }

  @Test func responsibilitiesStandInOrderOfPrint() {
    for (left, right) in zip(index.responsibilities, index.responsibilities.dropFirst()) {
      let isOrdered =
        left.node < right.node
        || left.node == right.node
          && (right.isInherited
            || (left.paragraph, left.range?.start ?? 0) < (right.paragraph, right.range?.start ?? 0))
      #expect(isOrdered)
    }
  }

  @Test func countsEqualARecountOverTheList() {
    for department in index.departments {
      let name = department.body.name
      let printed = index.responsibilities.filter { !$0.isInherited }
      func nodes(_ list: [Responsibility], _ role: Role?) -> Set<NodeID> {
        Set(
          list.filter { responsibility in
            responsibility.groups.contains { group in
              (role == nil || group.role == role) && group.bodies.contains { $0.name == name }
            }
          }.map(\.node))
      }
      #expect(department.counts.clauses == nodes(printed, nil).count)
      for role in Role.allCases {
        #expect(department.counts[role] == nodes(printed, role).count)
      }
      let inherited = index.responsibilities.filter(\.isInherited)
      #expect(department.counts.inheritedClauses == nodes(inherited, nil).count)
      #expect(department.nodes == nodes(printed, nil).sorted())
    }
  }

  @Test func mergingAliasesLosesNoMention() {
    let printed = index.responsibilities.flatMap(\.groups).flatMap(\.bodies)
    #expect(index.departments.map(\.mentions.count).reduce(0, +) == printed.count)
    for mention in printed {
      let place = index.place(of: mention.name)
      #expect(place != nil)
      #expect(index.lookup(mention.printed) == place)
    }
    let names = index.departments.map(\.body.name)
    #expect(Set(names).count == names.count)
  }

  @Test func dossierHoldsEveryMentionOnceAndCountsPartnersByClause() {
    for place in index.departments.indices {
      let dossier = index.dossier(of: place, in: issue)
      let entries = dossier.sections.flatMap(\.documents).flatMap(\.entries)
      #expect(entries.count == index.departments[place].mentions.count)
      for partner in dossier.partners {
        let back = index.partners(of: partner.department).first { $0.department == place }
        #expect(back?.clauses == partner.clauses)
      }
      #expect(dossier.collectives.allSatisfy { index.departments[$0].body.isCollective })
    }
  }

  @Test func everyMutationOfAPhraseOfTheIssueReadsTheSame() {
    for responsibility in index.responsibilities where !responsibility.isInherited {
      let expected = Phrase.read(responsibility.text)
      let halved = String(
        responsibility.text.map { ["（": "(", "）": ")", "，": ",", "〔": "(", "〕": ")"][$0] ?? $0 })
      #expect(Phrase.read(halved) == expected)
      let scalars = Array(responsibility.text.unicodeScalars)
      for cut in stride(from: 1, to: scalars.count, by: 3) {
        let left = String(String.UnicodeScalarView(scalars[..<cut]))
        let right = String(String.UnicodeScalarView(scalars[cut...]))
        #expect(Phrase.read(left + "\n\n" + right) == expected)
        #expect(Phrase.read(left + " " + right) == expected)
      }
    }
  }

  @Test func attributionThatClosesSeveralParagraphsGovernsThemAll() {
    let reader = ResponsibilityReader(
      parse(
        "# 某省方案\n\n一、任务\n\n（一）强化保障。落实资金。\n\n压实责任。\n\n强化监督。（省教育厅牵头）\n\n（二）优化服务。推进办理。（省财政厅负责）\n"
      ))
    #expect(
      reader.responsibilities.map(\.scopeStart) == [
        Responsibility.ScopeStart(paragraph: 0, offset: 0), nil,
      ])
  }
}
