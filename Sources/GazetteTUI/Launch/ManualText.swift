import GazetteText

/// What the manual page says beyond the tables.
enum ManualText {
  static let manual = Phrase("用户命令", "User Commands")
  static let purpose = Phrase("政府公报浏览器", "browser for Chinese government gazettes")
  static let name = Phrase("名称", "NAME")
  static let synopsis = Phrase("用法", "SYNOPSIS")
  static let about = Phrase("说明", "DESCRIPTION")
  static let commands = Phrase("命令", "COMMANDS")
  static let commonOptions = Phrase("通用选项", "COMMON OPTIONS")
  static let keysHeading = Phrase("按键", "KEYS")
  static let configurationHeading = Phrase("配置", "CONFIGURATION")
  static let linesHeading = Phrase("逐行浏览", "BROWSING IN LINES")
  static let examplesHeading = Phrase("示例", "EXAMPLES")
  static let seeAlso = Phrase("参见", "SEE ALSO")

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

  static let configuration = """
    The file is TOML; what is missing in it stays as it is. An option counts before the file, a language \
    in the file before that of the locale, and NO_COLOR before a theme of the file. Mistakes are shown \
    when the browser starts and listed by gazette config; the rest applies.
    """

  static let configured: [(String, String)] = [
    (
      "colors.KIND",
      """
      The look of a kind of text: a colour, then on and the colour of its ground, then bold, dim, underline \
      or reverse. Colours are the names of the palette, bright- before them, numbers to 255, #rrggbb for the \
      nearest of these, or default.
      """
    ),
    (
      "keys.ACTION",
      """
      A list of the keys that ask for an action, as the help shows them: x, gg, Ctrl-D, PgDn; keys with names \
      stand apart: g Ctrl-D. An empty list takes the keys away. A key that was another action's must be taken \
      from it too, and one key may not begin another; both are mistakes.
      """
    ),
    ("keys.PLACE.ACTION", "The same for one place alone, such as text or contents."),
  ]

  static let configurationSample = """
    For example:

      theme = "light"
      [colors]
      title = "blue, bold"
      [keys]
      next-unread = ["Ctrl-N"]
      mark-read = ["x", "Insert"]
      [keys.text]
      follow = ["Enter"]
    """

  static let sections: [(heading: Phrase, entries: [(String, String)])] = [
    (Phrase("脚本", "SCRIPTS"), scripts),
    (linesHeading, lines),
    (
      Phrase("环境变量", "ENVIRONMENT"),
      [
        ("LC_ALL, LC_MESSAGES, LANG", "The language of messages, unless --lang is given."),
        (
          "XDG_CONFIG_HOME",
          "The folder of gazette/config.toml, a path from the root; without it ~/.config."
        ),
        (
          "GAZETTE_RESTRICTED",
          "When set, not empty and not 0, the program is restricted; see below."
        ),
        ("NO_COLOR", "When set and not empty, no colours are shown, unless --theme is given."),
        (
          "TERM",
          "The terminal the browser draws on. Where it is dumb, unknown or not set, the outline is printed."
        ),
      ]
    ),
    (
      Phrase("文件", "FILES"),
      [
        ("issue.md", "The text of an issue in its folder: UTF-8, at most 32 MiB."),
        ("~/.config/gazette/config.toml", "The configuration, at most 64 KiB; need not be there."),
        (
          "manifest.json",
          "Beside it: the identity of the issue and its corrections, which never change the source."
        ),
      ]
    ),
    (
      Phrase("受限模式", "RESTRICTED MODE"),
      [
        (
          "--restricted, GAZETTE_RESTRICTED, a login shell",
          """
          For accounts that anybody may read with: no editor, no shell, no suspending, no file written, \
          no path opened but those given at the start, and no review unless a store is named with \
          --review-db. Copying through the terminal stays. Of the environment only the terminal, the \
          locale and the name of the user are used. The commands that read are left; with \
          GAZETTE_RESTRICTED, or as a login shell, without --issue and --review-db. The arguments are \
          those of whoever wrote the forced command: what ssh host command asks for is never among \
          them, and a login shell takes none. No later argument takes it back.
          """
        ),
        (
          "-c command",
          "Refused with status 64: what ssh host command, scp and sftp ask of a login shell."
        ),
      ]
    ),
    (
      Phrase("退出状态", "EXIT STATUS"),
      [
        ("0", "What was asked for is done."),
        ("1", "It could not be done; one line on standard error says why."),
        ("64", "Wrong usage."),
      ]
    ),
  ]

  /// The lines of a script (`ScriptParser`).
  private static let scripts: [(String, String)] = [
    (
      "gazette --script file",
      """
      One instruction a line; blank lines and lines that begin with # say nothing. There is no clock: \
      all indexes are ready before the first key, and the same script always prints the same. There is \
      no review unless --review-db names a store. Without a screen line the last screen is printed.
      """
    ),
    ("size 80x24, resize 120x40", "The size of the terminal from here on, columns by rows."),
    ("lang zh", "The language from here on: \(Language.names(between: " or "))."),
    (
      "keys j gg <Enter> <C-d>",
      """
      Keys: characters as they are, others by name as in the help: <Enter> <Esc> <Tab> <Space> <PgDn> \
      <F2> <C-d> <A-Left>; <lt> is <. A digit at the end of the line is no count.
      """
    ),
    ("type text, paste text", "Type the rest of the line, or paste it."),
    ("pause", "Nothing is pressed for a while, as when one waits for what can follow a prefix."),
    ("screen [--styles] [name]", "Print the screen; with the styles of its cells."),
    (
      "expect text, expect-not text",
      "End with status 1 and the screen where a row shows the text not, or does."
    ),
  ]

  /// Browsing in lines, before the table of its commands.
  private static let lines: [(String, String)] = [
    (
      "gazette --linear",
      """
      Reads a command a line and writes whole lines, which scroll; nothing is drawn. It works on any \
      terminal, TERM=dumb too, and in pipes, where it does not ask.
      """
    )
  ]

  static let examples: [(String, String)] = [
    ("gazette", "Open the shipped issue."),
    ("gazette show 3.1/2.3.11", "Print one clause with its responsibilities."),
    ("gazette read 3.1 | espeak-ng -v cmn", "Have a plan read aloud."),
    ("gazette departments sthjt", "All that a department has to do, by its initials in pinyin."),
    ("gazette config", "See what applies and why, and what the actions are called."),
    ("gazette tutor", "Learn the keys in five minutes."),
    ("ssh -t host gazette", "Read at the far end of a line."),
  ]
}
