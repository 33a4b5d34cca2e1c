import GazetteExport
import GazetteModel
import GazetteReview
import GazetteText

/// What one body has to do in all issues that are open, as one list.
struct LibraryWorklist {
  let library: Library
  let worklist: Worklist
  private let language: Language

  /// Reads the tasks.
  ///
  /// An issue that knows no such body asks nothing of it; where none knows it, that fails with the nearest names.
  init(
    of name: String, in library: Library, includesInherited: Bool,
    order: Worklist.Order = .deadline, _ language: Language
  ) throws(Failure) {
    var body: String?
    var names: [String] = []
    var tasks: [Worklist.Task] = []
    var last: Failure?
    for (index, issue) in library.issues.enumerated() {
      let departments = DepartmentIndex(issue: issue)
      names.append(issue.fullName)
      do throws(Failure) {
        let place = try BodyLookup.place(of: name, in: departments, language)
        let reader = WorklistReader(
          issue: issue, departments: departments, targets: TargetIndex(issue),
          issueID: library.issues.count > 1 ? library.ids[index] : nil)
        body = body ?? departments.departments[place].body.name
        tasks += reader.tasks(of: place, includesInherited: includesInherited)
      } catch {
        last = last ?? error
      }
    }
    if body == nil, let last { throw last }
    self.library = library
    self.language = language
    worklist = Worklist(body: body ?? name, issueNames: names, tasks: tasks, order: order)
  }

  /// What a store says of each issue; of marks and of the team.
  func sources(from store: any ReviewStore) throws(Failure) -> [OfficeReport.Source] {
    var sources: [OfficeReport.Source] = []
    for (index, issue) in library.issues.enumerated() {
      let scope = ReviewScope(issue)
      let (marks, team) = try Failure.translating(language) { () throws(ReviewFailure) in
        (try store.placedMarks(in: scope), try store.teamSheet(in: scope))
      }
      sources.append(
        OfficeReport.Source(
          id: library.issues.count > 1 ? library.ids[index] : nil, issue: issue, scope: scope,
          marks: marks, team: team))
    }
    return sources
  }
}
