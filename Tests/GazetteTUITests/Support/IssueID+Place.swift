import GazetteModel

/// Of issues that were opened together the first is 0, the second 1: tests may say so.
extension IssueID: ExpressibleByIntegerLiteral {
  public init(integerLiteral place: Int) { self.init(number: place) }
}
