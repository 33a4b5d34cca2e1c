import GazetteModel
import GazetteText
import Testing

@testable import GazetteReview

struct MarkTests {
  @Test func timesAreWrittenAndReadBack() {
    for milliseconds: Int64 in [0, 951_782_400_123, 1_795_516_200_000, 253_402_300_799_999] {
      let time = ReviewTime(milliseconds: milliseconds)
      #expect(ReviewTime(iso8601: time.iso8601) == time)
    }
    #expect(ReviewTime(milliseconds: 951_782_400_123).iso8601 == "2000-02-29T00:00:00.123Z")
    #expect(ReviewTime(milliseconds: 951_782_400_123).iso8601Seconds == "2000-02-29T00:00:00Z")
    #expect(ReviewTime(iso8601: "2026-11-24T10:30:00Z")?.milliseconds == 1_795_516_200_000)
    #expect(ReviewTime(iso8601: "2026-11-24T10:30:00.5Z")?.milliseconds == 1_795_516_200_500)
  }

  @Test(arguments: [
    "", "2026", "2026-11-24", "2026-11-24T10:30:00", "2026-13-24T10:30:00Z",
    "2026-02-30T10:30:00Z", "2026-11-24T24:30:00Z", "1969-11-24T10:30:00Z",
    "2026-11-24T10:30:00.Z", "２026-11-24T10:30:0Z", "2026-11-24T10:30:0-1Z",
  ])
  func whatIsNoTimeIsRefused(text: String) {
    #expect(ReviewTime(iso8601: text) == nil)
  }

  @Test func theHashIsThatOfTheStandard() {
    // The examples of FIPS 180-4.
    #expect(
      SHA256.hexadecimal("abc")
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256.hexadecimal("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
  }

  @Test func whiteSpaceDoesNotCountAsAChangeButPunctuationDoes() {
    let text = ReviewedText("强化源头防控，治理。\n（1）限制")
    #expect(text.saysTheSame(as: ReviewedText("强化源头防控，\u{3000}治理。（1） 限制")))
    #expect(!text.saysTheSame(as: ReviewedText("强化源头防控。治理。（1）限制")))
  }

  @Test func tagsLoseTheirHashAndMayNotBeParted() {
    #expect(ReviewRules.tag(" #大气 ") == "大气")
    for text in ["", "#", "大 气", "大气,水", "大气、水", "a\u{7}"] { #expect(ReviewRules.tag(text) == nil) }
  }

  @Test func notesKeepTheirLinesAndNothingThatActsOnATerminal() {
    #expect(ReviewRules.note("一\r\n二\r三\n\n四\u{1B}[2J ") == "一\n二\n三\n\n四[2J")
  }

  @Test func everyParagraphBelongsToOneUnit() {
    let references = Samples.scope.units.map { Samples.issue[$0].reference.text }
    #expect(references == ["1/t1", "1/1.1", "1/1.2", "1/1.3", "2/t1"])
    #expect(
      Samples.scope.text(of: Samples.node("1/1.1")).content
        == "强化源头防控。（省生态环境厅牵头，省发展改革委等参与）\n（1）限制新增产能。\n（2）淘汰落后产能。")
    #expect(Samples.scope.text(of: Samples.node("1/1")).content == "重点任务")
  }

  @Test func everyUnitOfTheShippedIssueHasAText() {
    let issue = ShippedIssueText.issue
    let scope = ReviewScope(issue)
    #expect(scope.units.count > 100)
    for unit in scope.units { #expect(!scope.text(of: unit).content.isEmpty) }
    var covered = Set<Int>()
    for unit in scope.units {
      let isHeading = [.section, .subsection, .document, .attachment].contains(issue[unit].kind)
      let nodes = isHeading ? unit.index..<unit.index + 1 : unit.index..<issue[unit].subtreeEnd
      for node in nodes where !issue.nodes[node].paragraphs.isEmpty {
        #expect(covered.insert(node).inserted)
      }
    }
    let withText = issue.nodes.filter { node in
      !node.paragraphs.isEmpty
        && ![.cover, .contents].contains(issue[issue.root(of: node.id)].kind)
    }
    #expect(covered == Set(withText.map(\.id.index)))
  }

  @Test func progressCountsTheUnitsBelow() {
    var sheet = ReviewSheet(reviewer: "甲")
    sheet.take([
      changed("1/1.1", .agreed), changed("1/1.3", .problem), changed("1/1", .read),
    ])
    let progress = sheet.progress(of: Samples.scope)
    #expect(progress.whole.fraction == "2/5")
    #expect(progress.count(in: Samples.node("1"), of: Samples.scope).fraction == "2/4")
    #expect(progress.count(in: Samples.node("1/1"), of: Samples.scope)[.problem] == 1)
    #expect(progress.count(in: Samples.node("2"), of: Samples.scope).fraction == "0/1")
  }

  @Test func aMarkOnOtherWordsCountsAsUnread() {
    let issue = Samples.issue(clause: "强化末端治理。")
    let scope = ReviewScope(issue)
    let mark = changed("1/1.1", .agreed)
    #expect(scope.isChanged(mark))
    #expect(scope.state(of: mark) == .unread)
    #expect(Samples.scope.state(of: mark) == .agreed)
  }

  @Test func theNextUnreviewedUnitIsFoundInBothDirections() {
    var sheet = ReviewSheet(reviewer: "甲")
    sheet.take([changed("1/1.2", .agreed)])
    func next(_ reference: String, backwards: Bool = false) -> String? {
      sheet.unit(from: Samples.node(reference), backwards: backwards, in: Samples.scope) {
        $0 == .unread
      }.map { Samples.issue[$0].reference.text }
    }
    #expect(next("1/1.1") == "1/1.3")
    #expect(next("1/1") == "1/1.1")
    #expect(next("1/1.3", backwards: true) == "1/1.1")
    #expect(next("2/t1") == nil)
  }

  @Test func eachReviewerSeesTheirOwnMarkAndEveryonesOnDemand() {
    var sheet = ReviewSheet(reviewer: "甲")
    let mine = Samples.mark(by: "甲")
    let theirs = Samples.mark("1/1.1", .problem, by: "乙")
    sheet.take([mine, theirs])
    let node = Samples.node("1/1.1")
    #expect(sheet.mark(at: node, of: Samples.scope) == mine)
    #expect(sheet.marks(at: node, of: Samples.scope).count == 2)
    sheet.take([Samples.mark("1/1.1", .unread, by: "乙", at: 2000)])
    #expect(sheet.marks(at: node, of: Samples.scope) == [mine])
  }

  private func changed(_ reference: String, _ state: ReviewState) -> ReviewMark {
    Samples.mark(
      reference, state, text: Samples.scope.text(of: Samples.node(reference)).content)
  }
}
