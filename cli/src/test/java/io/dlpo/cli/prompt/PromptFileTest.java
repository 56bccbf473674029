package io.dlpo.cli.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.CliException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptFileTest {

  private static final String MESSAGES =
      "[{\"role\":\"system\",\"content\":\"Be brief.\"},"
          + "{\"role\":\"user\",\"content\":\"{{question}}\"}]";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"p.txt", "p.md", "P.TXT"})
  void shouldReadATextWithoutItsLastLineBreak(String name) throws IOException {
    assertThat(read(name, "\uFEFFYou count.\r\n\r\nUse {{ hint }}.\r\n").textValue())
        .isEqualTo("You count.\n\nUse {{hint}}.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        MESSAGES,
        "{\"model\": \"gpt-4o\", \"messages\": " + MESSAGES + "}",
        "{\"name\": \"p\", \"type\": \"chat\", \"prompt\": " + MESSAGES + ", \"labels\": []}",
        "{\"name\": \"p\", \"template\": " + MESSAGES + "}",
        "[{\"type\": \"chatmessage\", \"role\": \"system\", \"content\": \"Be brief.\"},"
            + "{\"role\": \"user\", \"content\": [{\"type\": \"text\", \"text\": \"{{ question }}\"}]}]"
      })
  void shouldReadMessagesAsOtherToolsWriteThem(String json) throws IOException {
    assertThat(read("p.json", json).toString()).isEqualTo(MESSAGES);
  }

  @Test
  void shouldReadMessagesInYaml() throws IOException {
    assertThat(
            read(
                    "p.yaml",
                    """
                    - role: system
                      content: Be brief.
                    - role: user
                      content: '{{ question }}'
                    """)
                .toString())
        .isEqualTo(MESSAGES);
  }

  @Test
  void shouldKeepWhatIsFrozen() throws IOException {
    assertThat(
            read("p.yml", "[{role: user, content: 'Two <frozen>cats</frozen>?', frozen: true}]")
                .toString())
        .isEqualTo(
            "[{\"role\":\"user\",\"content\":\"Two <frozen>cats</frozen>?\",\"frozen\":true}]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\": \"text\", \"prompt\": \"Answer {{ question }}.\"}",
        "{\"template\": \"Answer {{question}}.\"}",
        "\"Answer {{question}}.\""
      })
  void shouldReadATextInJson(String json) throws IOException {
    assertThat(read("p.json", json).textValue()).isEqualTo("Answer {{question}}.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "p.json | [{'role':'user','content':[{'type':'image_url','image_url':{}}]}] | messages[0]"
            + " has a content that is not one text; images, audio and several parts cannot be sent",
        "p.json | [{'role':'user','content':[{'type':'text','text':'a'},{'type':'text','text':'b'}]}]"
            + " | messages[0] has a content that is not one text",
        "p.json | [{'role':'user','content':'a'},{'role':'tool','content':'b'}] | messages[1] is"
            + " about a tool call; DLPO sends messages with texts only",
        "p.json | [{'role':'assistant','content':null,'tool_calls':[]}] | messages[0] is about a"
            + " tool call",
        "p.json | {'type':'chat','prompt':[{'type':'placeholder','name':'history'}]} | messages[0]"
            + " is a placeholder for messages that only the application knows",
        "p.json | [{'role':'developer','content':'a'}] | messages[0] has the role 'developer'; it"
            + " must be system, user or assistant; write system instead",
        "p.json | [{'role':'user','content':'a','name':'Ann'}] | messages[0] has the key 'name',"
            + " which cannot be sent; keep role, content, frozen",
        "p.json | [{'role':'user','content':'{% if a %}b{% endif %}'}] | messages[0] has {% if a %};"
            + " DLPO fills variables such as {{question}}, but does not run templates",
        "p.txt | Say {{ a ~ upper }}. | it has {{ a ~ upper }}",
        "p.json | {'a': 1} | it must be a list of messages with role and content, or an object",
        "p.json | [] | it must be a list of messages",
        "p.json | [{'role': 'user'} | line 1: ",
        "p.json | [] 1 | line 1: ",
        "p.j2 | a | it must end in .txt, .md, .json, .yaml or .yml"
      })
  void shouldSayWhatCannotBeKept(String name, String text, String message) {
    assertThatThrownBy(() -> read(name, text.replace('\'', '"').replace('~', '|')))
        .isInstanceOfSatisfying(
            CliException.class, failure -> assertThat(failure.exitStatus()).isEqualTo(2))
        .hasMessageStartingWith("prompt file " + folder.resolve(name) + ": ")
        .hasMessageContaining(message.replace('~', '|'));
  }

  @Test
  void shouldNameAFileThatItCannotRead() throws IOException {
    Files.write(folder.resolve("latin.txt"), new byte[] {'a', (byte) 0xE4});

    assertThatThrownBy(() -> new PromptFile(folder.resolve("none.txt")).read())
        .hasMessage("prompt file " + folder.resolve("none.txt") + ": it does not exist");
    assertThatThrownBy(() -> new PromptFile(folder.resolve("latin.txt")).read())
        .hasMessageEndingWith("latin.txt: it is not a text in UTF-8");
  }

  private JsonNode read(String name, String text) throws IOException {
    return new PromptFile(Files.writeString(folder.resolve(name), text)).read();
  }
}
