package io.dlpo.cli.command;

import picocli.CommandLine.Command;

/** {@code dlpo resume}. */
@Command(
    name = "resume",
    description = {
      "Continue a paused run.",
      "Calls that were paid for are not paid again: their replies are cached."
    })
public final class ResumeCommand extends RunControlCommand {}
