package io.dlpo.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table whose columns are as wide as their texts. On a terminal that is too narrow, the texts of
 * one column are cut.
 */
public final class TextTable {

  private static final String GAP = "  ";
  private static final int NARROWEST = 8;

  private final List<Column> columns = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  private record Column(String title, boolean rightAligned, boolean cut) {}

  /** Adds a column of texts. */
  public TextTable text(String title) {
    columns.add(new Column(title, false, false));
    return this;
  }

  /** Adds a column of texts that may be cut. */
  public TextTable cutText(String title) {
    columns.add(new Column(title, false, true));
    return this;
  }

  /** Adds a column of numbers. */
  public TextTable number(String title) {
    columns.add(new Column(title, true, false));
    return this;
  }

  /** Adds a row with a cell for each column. */
  public TextTable row(String... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          "cells has %d elements; must be %d, one for each column"
              .formatted(cells.length, columns.size()));
    }
    rows.add(List.of(cells));
    return this;
  }

  /** Prints the titles in bold, then the rows. */
  public void print(Console console) {
    int[] widths = widths(console.width());
    String titles = line(columns.stream().map(Column::title).toList(), widths);
    console.printlnUnbroken(console.styled(Style.BOLD, titles));
    rows.forEach(row -> console.printlnUnbroken(line(row, widths)));
  }

  private int[] widths(int available) {
    int[] widths = IntStream.range(0, columns.size()).map(this::widest).toArray();
    int excess =
        IntStream.of(widths).sum() + GAP.length() * (columns.size() - 1) - Math.max(1, available);
    for (int column = 0; column < widths.length && excess > 0; column++) {
      if (columns.get(column).cut()) {
        int narrowed = Math.max(Math.min(NARROWEST, widths[column]), widths[column] - excess);
        excess -= widths[column] - narrowed;
        widths[column] = narrowed;
      }
    }
    return widths;
  }

  private int widest(int column) {
    return Math.max(
        DisplayWidth.of(columns.get(column).title()),
        rows.stream().mapToInt(row -> DisplayWidth.of(row.get(column))).max().orElse(0));
  }

  private String line(List<String> cells, int[] widths) {
    return IntStream.range(0, cells.size())
        .mapToObj(column -> cell(cells.get(column), widths[column], columns.get(column)))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }

  private static String cell(String text, int width, Column column) {
    String shown = DisplayWidth.truncated(text, width);
    String padding = " ".repeat(Math.max(0, width - DisplayWidth.of(shown)));
    return column.rightAligned() ? padding + shown : shown + padding;
  }
}
