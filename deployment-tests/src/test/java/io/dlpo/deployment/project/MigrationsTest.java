package io.dlpo.deployment.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Within a major version, processes of the last release work with the tables of the next one. A
 * release writes the list of its migrations with {@code -Ddlpo.migrations.release}.
 */
class MigrationsTest {

  private static final Path RELEASED = Path.of("src/test/resources/released-migrations.txt");

  @Test
  void shouldKeepReleasedMigrationsAndOnlyAddToThem() throws IOException {
    // Given
    Map<String, String> now = Migrations.digests();
    if (Boolean.getBoolean("dlpo.migrations.release")) {
      Files.writeString(
          RELEASED,
          now.entrySet().stream()
              .map(file -> file.getValue() + "  " + file.getKey() + "\n")
              .collect(Collectors.joining()));
    }
    Map<String, String> released = released();

    // Then
    assertThat(released).isNotEmpty();
    assertThat(now).containsAllEntriesOf(released);
    for (String file : now.keySet()) {
      if (!released.containsKey(file)) {
        assertThat(Migrations.notAdditive(Migrations.read(file))).as(file).isEmpty();
      }
    }
  }

  private static Map<String, String> released() throws IOException {
    Map<String, String> released = new TreeMap<>();
    for (String line : Files.readAllLines(RELEASED)) {
      String[] parts = line.split("  ", 2);
      released.put(parts[1], parts[0]);
    }
    return released;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table optimizer.note (id text primary key, text text not null);",
        "-- why\ncreate index note_text on optimizer.note (text);",
        "alter table optimizer.run add column note text;",
        "alter table ledger.call\n  -- why\n  add column a boolean not null default false,\n  add column b text[] not null default '{}';",
        "alter table optimizer.run alter column name drop not null;",
        "comment on column prediction.note is 'A note';"
      })
  void shouldAllowAdditions(String sql) {
    assertThat(Migrations.notAdditive(sql)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drop table optimizer.note;",
        "alter table optimizer.run drop column name;",
        "alter table optimizer.run rename column name to title;",
        "alter table optimizer.run alter column name type varchar(10);",
        "alter table optimizer.run alter column note set not null;",
        "alter table optimizer.run add column note text not null;",
        "alter table optimizer.run add column a text, add column note text not null;",
        "alter table optimizer.run add constraint one unique (name);",
        "create unique index run_name on optimizer.run (name);",
        "update optimizer.run set state = replace(state, 'book', 'history');",
        "delete from optimizer.step;"
      })
  void shouldRefuseWhatAProcessOfTheLastReleaseWouldMeet(String sql) {
    assertThat(Migrations.notAdditive(sql)).hasSize(1);
  }
}
