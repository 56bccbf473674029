package io.dlpo.cli.command;

import picocli.CommandLine.Command;

/** {@code dlpo cancel}. */
@Command(name = "cancel", description = "Stop a run; its result is the best prompt so far.")
public final class CancelCommand extends RunControlCommand {}
