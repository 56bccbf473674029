package io.dlpo.cli.prompt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A file with a prompt: a text (.txt, .md), or messages as OpenAI, promptfoo, Langfuse or MLflow
 * write them (.json, .yaml, .yml).
 *
 * @param path absolute
 */
public record PromptFile(Path path) {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final ObjectMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /**
   * Reads the prompt.
   *
   * @return a text, or a list of messages with role and content
   * @throws CliException if the file cannot be read, or has what DLPO cannot send
   */
  public JsonNode read() {
    String name = path.toString().toLowerCase(Locale.ROOT);
    try {
      if (name.endsWith(".txt") || name.endsWith(".md")) {
        return TextNode.valueOf(PromptImport.text("it", text().stripTrailing()));
      }
      if (name.endsWith(".json")) {
        return PromptImport.prompt(JSON.readTree(text()));
      }
      if (name.endsWith(".yaml") || name.endsWith(".yml")) {
        return PromptImport.prompt(YAML.readTree(text()));
      }
      throw new IllegalArgumentException("it must end in .txt, .md, .json, .yaml or .yml");
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw refused("line " + line + ": " + e.getOriginalMessage());
    } catch (CharacterCodingException e) {
      throw refused("it is not a text in UTF-8");
    } catch (IOException e) {
      throw refused("it cannot be read: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw refused(String.valueOf(e.getMessage()));
    }
  }

  private String text() throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new IllegalArgumentException("it does not exist");
    }
    String text = Files.readString(path).replace("\r\n", "\n");
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private CliException refused(String reason) {
    return new CliException(ExitStatus.USAGE, "prompt file " + path + ": " + reason);
  }
}
