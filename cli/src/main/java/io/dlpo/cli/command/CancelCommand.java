package io.dlpo.cli.command;

import picocli.CommandLine.Command;

/** {@code dlpo cancel}. */
@Command(name = "cancel", description = "End a run with the best prompt so far.")
public final class CancelCommand extends RunControlCommand {}
