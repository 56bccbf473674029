package io.dlpo.cli.command;

import picocli.CommandLine.Command;

/** {@code dlpo pause}. */
@Command(name = "pause", description = "Pause a run; resume goes on where it stands.")
public final class PauseCommand extends RunControlCommand {}
