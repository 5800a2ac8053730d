package io.sallyport.cli;

import picocli.CommandLine.Command;

@Command(
        name = "bench",
        description = "Measures how much the desk does at once on this machine.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            BenchModelsCommand.class,
            BenchParkedCommand.class,
        })
final class BenchCommand {}
