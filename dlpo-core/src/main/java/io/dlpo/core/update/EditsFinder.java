package io.dlpo.core.update;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the last JSON value with edits in a text. What stands before it is a draft or an echo of
 * the form. A value that is begun and cannot be read counts as well: no earlier one takes its
 * place.
 */
final class EditsFinder {

  /** Characters read in vain, in all, before the search ends. */
  private static final long MOST_READ_IN_VAIN = 1_000_000;

  /** Cost of a value that cannot be read, in characters, beside those that were read. */
  private static final int COST_OF_A_START = 50;

  /** An object with a key, or a list of objects. */
  private static final Pattern START = Pattern.compile("\\{\\s*(?:[\"'/]|edits\\b)|\\[\\s*\\{");

  private static final Pattern EDITS = Pattern.compile("[\"']?edits[\"']?\\s*:");
  private static final Pattern OP = Pattern.compile("[\"']?op[\"']?\\s*:");
  private static final Pattern LIST = Pattern.compile("\\[\\s*\\{\\s*[\"']?op[\"']?\\s*:");

  /** Edits are three levels deep; a limit keeps the search through nonsense short. */
  private static final int MOST_LEVELS = 100;

  private static final ObjectReader READER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MOST_LEVELS).build())
                  .build())
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .build()
          .reader();

  private final String text;
  private final char[] characters;
  private final int lastOp;
  private int nextEdits = -1;
  private @Nullable JsonNode edits;
  private @Nullable JsonNode reply;
  private @Nullable JsonFault fault;

  private EditsFinder(String text) {
    this.text = text;
    this.characters = text.toCharArray();
    this.lastOp = OP.matcher(text).results().mapToInt(found -> found.start()).max().orElse(-1);
  }

  /**
   * What was found: the edits, a fault, or neither.
   *
   * @param edits the last list of edits
   * @param reply the JSON value that it is part of
   * @param fault why the last value cannot be read
   */
  record Found(@Nullable JsonNode edits, @Nullable JsonNode reply, @Nullable JsonFault fault) {

    /** The lists of edits: of each candidate, or else the last one; empty if none was found. */
    List<JsonNode> all() {
      if (edits == null || reply == null) {
        return List.of();
      }
      List<JsonNode> candidates =
          reply.path("candidates").valueStream().flatMap(one -> editsIn(one).stream()).toList();
      return candidates.isEmpty() ? List.of(edits) : candidates;
    }
  }

  static Found in(String text) {
    EditsFinder finder = new EditsFinder(text);
    finder.search();
    return finder.fault == null
        ? new Found(finder.edits, finder.reply, null)
        : new Found(null, null, finder.fault);
  }

  private void search() {
    Matcher starts = START.matcher(text);
    long vain = 0;
    int from = 0;
    while (vain < MOST_READ_IN_VAIN && from < text.length() && starts.find(from)) {
      int start = starts.start();
      try (JsonParser parser = parserAt(start)) {
        JsonNode value = READER.readTree(parser);
        Optional<JsonNode> found = editsIn(value);
        if (found.isPresent()) {
          edits = found.get();
          reply = value;
          fault = null;
        }
        from = start + length(parser.currentLocation().getCharOffset());
      } catch (JsonProcessingException e) {
        JsonFault problem = JsonFault.of(text, start, e);
        if (isEditsObject(start, problem.offset()) || (fault == null && isEditsList(start))) {
          fault = problem;
        }
        vain += problem.offset() - start + COST_OF_A_START;
        from = start + 1;
      } catch (IOException e) {
        throw new UncheckedIOException("a text in memory cannot be read", e);
      }
    }
  }

  private JsonParser parserAt(int start) throws IOException {
    return READER.getFactory().createParser(characters, start, characters.length - start);
  }

  private static int length(long offset) {
    return Math.max(1, Math.toIntExact(offset));
  }

  /** Whether what starts here, and cannot be read behind the end, has the keys of the form. */
  private boolean isEditsObject(int start, int end) {
    if (nextEdits < start) {
      Matcher key = EDITS.matcher(text);
      nextEdits = key.find(start) ? key.start() : Integer.MAX_VALUE;
    }
    return nextEdits <= end + 1L && lastOp > start;
  }

  private boolean isEditsList(int start) {
    return LIST.matcher(text).region(start, text.length()).lookingAt();
  }

  private static Optional<JsonNode> editsIn(JsonNode value) {
    JsonNode list = value.path("edits");
    if (list.isArray()) {
      return Optional.of(list);
    }
    if (list.has("op")) {
      return Optional.of(JsonNodeFactory.instance.arrayNode().add(list));
    }
    if (value.isArray() && value.path(0).has("op")) {
      return Optional.of(value);
    }
    Optional<JsonNode> last = Optional.empty();
    for (JsonNode child : value) {
      Optional<JsonNode> found = editsIn(child);
      last = found.isPresent() ? found : last;
    }
    return last;
  }
}
