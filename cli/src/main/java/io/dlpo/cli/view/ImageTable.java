package io.dlpo.cli.view;

import io.dlpo.cli.image.BuiltImage;
import io.dlpo.cli.terminal.Console;
import io.dlpo.cli.terminal.TextTable;
import java.util.List;

/** The images of a build as a table. */
public final class ImageTable {

  private static final double MEGABYTE = 1e6;

  private ImageTable() {}

  /** Prints a row for each image. */
  public static void print(List<BuiltImage> images, Console console) {
    TextTable table = new TextTable().text("IMAGE").number("SIZE").number("COMPONENTS IN SBOM");
    for (BuiltImage image : images) {
      table.row(image.name(), size(image), String.valueOf(image.components()));
    }
    table.print(console);
  }

  private static String size(BuiltImage image) {
    return image.bytes().isPresent()
        ? Math.round(image.bytes().getAsLong() / MEGABYTE) + " MB"
        : "pushed";
  }
}
