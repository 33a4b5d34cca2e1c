/// What the manual page says beyond the tables.
enum ManualText {
  static let description = [
    """
    An issue is a tree: documents, their attachments, sections and clauses. A reference names a \
    unit by its printed numbers: 3.1/2.3.11 is the clause 11 in (3) of 2 in the first attachment \
    of the third document. Text without a number is t1, t2 under the unit it stands in.
    """,
    """
    Control characters, bidirectional controls and invisible characters of any text are shown as \
    marks and never sent to the terminal.
    """,
  ]

  static let keys = """
    Full-width forms of a key count as the key itself wherever nothing is being typed. Alt with a \
    digit begins a number, which repeats the motion behind it. Where a key works only in some \
    places, these stand in brackets.
    """

  static let sections: [(heading: String, entries: [(String, String)])] = [
    (
      "ENVIRONMENT",
      [
        ("LC_ALL, LC_MESSAGES, LANG", "The language of messages, unless --lang is given."),
        (
          "GAZETTE_RESTRICTED", "When set, not empty and not 0, the program is restricted; see below."
        ),
        ("NO_COLOR", "When set and not empty, no colours are shown."),
        ("TERM", "The terminal the browser draws on."),
      ]
    ),
    (
      "FILES",
      [
        ("issue.md", "The text of an issue in its folder: UTF-8, at most 32 MiB."),
        (
          "manifest.json",
          "Beside it: the identity of the issue and its corrections, which never change the source."
        ),
      ]
    ),
    (
      "RESTRICTED MODE",
      [
        (
          "--restricted, GAZETTE_RESTRICTED, a login shell",
          """
          For accounts that anybody may read with: no editor, no shell, no suspending, no file written, \
          no path opened but those given at the start, and no review unless a store is named with \
          --review-db. Copying through the terminal stays. Of the environment only the terminal, the \
          locale and the name of the user are used. The commands that read are left; with \
          GAZETTE_RESTRICTED, or as a login shell, without --issue and --review-db. No later argument \
          takes it back.
          """
        ),
        (
          "-c command",
          "Refused with status 64: what ssh host command, scp and sftp ask of a login shell."
        ),
      ]
    ),
    (
      "EXIT STATUS",
      [
        ("0", "What was asked for is done."),
        ("1", "It could not be done; one line on standard error says why."),
        ("64", "Wrong usage."),
      ]
    ),
  ]

  static let examples: [(String, String)] = [
    ("gazette", "Open the shipped issue."),
    ("gazette show 3.1/2.3.11", "Print one clause with its responsibilities."),
    ("gazette read 3.1 | espeak-ng -v cmn", "Have a plan read aloud."),
    ("gazette departments sthjt", "All that a department has to do, by its initials in pinyin."),
    ("ssh -t host gazette", "Read at the far end of a line."),
  ]
}
