package io.dlpo.studies.experiment.report;

import java.util.List;

/** A table of the report: the first column names the row, the others are numbers. */
public final class Table {

  private final Markup out;

  private Table(Markup out) {
    this.out = out;
  }

  /** Writes a table; one without rows says so. */
  public static void write(Markup out, String caption, List<String> head, List<List<String>> rows) {
    new Table(out).write(caption, head, rows);
  }

  private void write(String caption, List<String> head, List<List<String>> rows) {
    out.open("div", "class", "wide").open("table").element("caption", caption).newline();
    out.open("thead").open("tr");
    head.forEach(column -> out.element("th", column, "scope", "col"));
    out.close().close().newline().open("tbody");
    for (List<String> row : rows) {
      out.open("tr").element("th", row.getFirst(), "scope", "row");
      row.stream().skip(1).forEach(cell -> out.element("td", cell));
      out.close().newline();
    }
    if (rows.isEmpty()) {
      out.open("tr").element("td", "nothing yet", "colspan", Integer.toString(head.size())).close();
    }
    out.close().close().close().newline();
  }
}
