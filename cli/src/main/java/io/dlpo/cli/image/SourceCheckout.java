package io.dlpo.cli.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** The checkout that images are built from. */
public final class SourceCheckout {

  private final ToolRunner tools;

  public SourceCheckout(ToolRunner tools) {
    this.tools = tools;
  }

  /** What git and the POM say of it. */
  public ImageSource source() {
    return new ImageSource(
        ImageSource.version(
            tools
                .run("git", "describe", "--tags", "--exact-match", "--match", "v[0-9]*")
                .firstLine(),
            pom()),
        // Without tags and abbreviation this is the commit.
        tools
            .run("git", "describe", "--always", "--dirty", "--abbrev=40", "--exclude", "*")
            .firstLine()
            .orElse(ImageSource.UNKNOWN),
        tools.run("git", "remote", "get-url", "origin").firstLine().flatMap(ImageSource::address));
  }

  private String pom() {
    try {
      return Files.readString(tools.root().resolve("pom.xml"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the version in pom.xml", e);
    }
  }
}
