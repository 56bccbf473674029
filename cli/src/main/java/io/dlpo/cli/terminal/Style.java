package io.dlpo.cli.terminal;

/** The text styles of the command line, by their ANSI codes. */
public enum Style {
  BOLD("1"),
  DIM("2"),
  RED("31"),
  GREEN("32"),
  YELLOW("33");

  private final String start;

  Style(String code) {
    this.start = "\u001b[" + code + "m";
  }

  String applyTo(String text) {
    return start + text + "\u001b[0m";
  }
}
