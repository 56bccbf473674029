package io.dlpo.events.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.logging.Handler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.logmanager.handlers.AsyncHandler;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.junit.jupiter.api.Test;

class JsonConsoleTest {

  @Test
  void shouldWriteAMessageAsAnObjectOnOneLine() throws IOException {
    // Given
    ConsoleHandler console = new ConsoleHandler(new PatternFormatter("%s%n"));
    StringWriter lines = new StringWriter();
    console.setWriter(lines);
    ExtLogRecord record = new ExtLogRecord(Level.WARN, "two\nlines", "io.dlpo.Any");
    record.setLoggerName("io.dlpo.Any");
    record.putMdc("run", "run-1");
    record.setThrown(new IllegalStateException("broken"));

    // When
    JsonConsole.format(new Handler[] {console});
    console.publish(record);

    // Then
    assertThat(lines.toString()).endsWith("\n").containsOnlyOnce("\n");
    JsonNode json = new ObjectMapper().readTree(lines.toString());
    assertThat(json.path("level").asText()).isEqualTo("WARN");
    assertThat(json.path("loggerName").asText()).isEqualTo("io.dlpo.Any");
    assertThat(json.path("message").asText()).isEqualTo("two\nlines");
    assertThat(json.at("/exception/message").asText()).isEqualTo("broken");
    assertThat(json.at("/exception/stackTrace").asText()).contains("JsonConsoleTest");
    assertThat(json.at("/mdc/run").asText()).isEqualTo("run-1");
  }

  @Test
  void shouldFindTheConsoleWithinAnotherHandler() {
    // Given
    ConsoleHandler console = new ConsoleHandler(new PatternFormatter("%s%n"));
    AsyncHandler outer = new AsyncHandler();
    outer.addHandler(console);

    // When
    JsonConsole.format(new Handler[] {outer});

    // Then
    assertThat(console.getFormatter()).isInstanceOf(JsonLogFormatter.class);
  }
}
