/// The bytes of the files of an issue.
struct IssueSource: Sendable {
  let text: [UInt8]
  let manifest: [UInt8]?
}
