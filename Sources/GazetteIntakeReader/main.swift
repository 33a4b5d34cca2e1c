Reader.run(arguments: CommandLine.arguments)
