package io.dlpo.cli.command;

import picocli.CommandLine.Command;

/** {@code dlpo resume}. */
@Command(name = "resume", description = "Let a paused run go on.")
public final class ResumeCommand extends RunControlCommand {}
