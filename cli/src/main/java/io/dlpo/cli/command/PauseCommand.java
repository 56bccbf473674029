package io.dlpo.cli.command;

import picocli.CommandLine.Command;

/** {@code dlpo pause}. */
@Command(name = "pause", description = "Pause a run. 'dlpo resume' continues it.")
public final class PauseCommand extends RunControlCommand {}
