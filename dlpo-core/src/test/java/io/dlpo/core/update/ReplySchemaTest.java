package io.dlpo.core.update;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.CritiqueMode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReplySchemaTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "UPDATE         | {\"edits\":[]}                                              | true",
        "UPDATE         | {\"edits\":[{\"op\":\"add\",\"after\":0,\"text\":\"A.\"}]}         | true",
        "UPDATE         | {\"edits\":[{\"op\":\"move\",\"sentence\":1,\"after\":2}]}        | true",
        "UPDATE         | {\"edits\":[{\"op\":\"add\",\"text\":\"A.\"}]}                    | false",
        "UPDATE         | {\"edits\":[{\"op\":\"swap\",\"sentence\":1}]}                  | false",
        "UPDATE         | {\"edits\":{}}                                              | false",
        "REGULARIZATION | {\"edits\":[{\"op\":\"delete\",\"sentence\":1}]}                | true",
        "REGULARIZATION | {\"edits\":[{\"op\":\"add\",\"after\":0,\"text\":\"A.\"}]}         | false",
        "CONTRAST       | {\"positive\":\"a\",\"negative\":\"b\"}                          | true",
        "CONTRAST       | {\"positive\":\"a\"}                                          | false",
      })
  void shouldTakeTheRepliesThatCanBeUsed(CallPurpose kind, String reply, boolean valid) {
    assertThat(takes(ReplySchema.of(kind, UpdateForm.DEFAULT), reply)).isEqualTo(valid);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "EACH   | 1 | {\"edits\":[]}                                             | true",
        "EACH   | 1 | {\"gradient\":\"a\",\"edits\":[]}                            | false",
        "MERGED | 1 | {\"edits\":[{\"op\":\"delete\",\"sentence\":1}]}               | true",
        "MERGED | 1 | {\"candidates\":[{\"edits\":[]}]}                            | false",
        "JOINT  | 1 | {\"gradient\":\"a\",\"edits\":[]}                            | true",
        "JOINT  | 1 | {\"gradient\":\"a\",\"edits\":[{\"op\":\"swap\"}]}             | false",
        "JOINT  | 1 | {\"gradient\":7,\"edits\":[]}                                | false",
        "JOINT  | 1 | {\"gradient\":\"a\"}                                         | false",
        "JOINT  | 1 | {\"edits\":[]}                                             | false",
        "JOINT  | 1 | {\"gradient\":\"a\",\"edits\":[],\"more\":1}                   | false",
        "MERGED | 2 | {\"candidates\":[{\"edits\":[]},{\"edits\":[]}]}               | true",
        "MERGED | 2 | {\"candidates\":[{\"edits\":[{\"op\":\"move\",\"sentence\":1,\"after\":2}]}]}"
            + " | true",
        "MERGED | 2 | {\"candidates\":[{\"edits\":[{\"op\":\"move\",\"sentence\":1}]}]} | false",
        "MERGED | 2 | {\"candidates\":[{}]}                                      | false",
        "MERGED | 2 | {\"candidates\":[[]]}                                      | false",
        "MERGED | 2 | {\"edits\":[]}                                             | false",
        "MERGED | 2 | {\"gradient\":\"a\",\"candidates\":[{\"edits\":[]}]}           | false",
        "JOINT  | 5 | {\"gradient\":\"a\",\"candidates\":[{\"edits\":[]}]}           | true",
        "JOINT  | 5 | {\"gradient\":\"a\",\"edits\":[]}                            | false",
        "JOINT  | 5 | {\"candidates\":[{\"edits\":[]}]}                            | false",
      })
  void shouldTakeWhatTheFormAsksFor(
      CritiqueMode critique, int candidates, String reply, boolean valid) {
    // When
    ReplySchema schema =
        ReplySchema.of(CallPurpose.UPDATE, new UpdateForm(critique, candidates, 0));

    // Then
    assertThat(takes(schema, reply)).isEqualTo(valid);
  }

  @ParameterizedTest
  @CsvSource({"EACH, 1, edits", "MERGED, 1, edits", "JOINT, 1, update", "EACH, 2, update"})
  void shouldNameTheForm(CritiqueMode critique, int candidates, String name) {
    assertThat(ReplySchema.of(CallPurpose.UPDATE, new UpdateForm(critique, candidates, 0)).name())
        .isEqualTo(name);
  }

  @ParameterizedTest
  @EnumSource(CritiqueMode.class)
  void shouldRequireEveryPropertyAndNoOtherAsStrictOutputsDemand(CritiqueMode critique) {
    for (int candidates = 1; candidates <= 2; candidates++) {
      // When
      UpdateForm form = new UpdateForm(critique, candidates, 0);
      List<JsonNode> objects =
          ReplySchema.of(CallPurpose.UPDATE, form).schema().findParents("properties");

      // Then
      assertThat(objects)
          .isNotEmpty()
          .allSatisfy(
              object -> {
                assertThat(object.path("required").valueStream().map(JsonNode::asText))
                    .containsExactlyElementsOf(() -> object.path("properties").fieldNames());
                assertThat(object.path("additionalProperties").toString()).isEqualTo("false");
              });
    }
  }

  @ParameterizedTest
  @EnumSource(CritiqueMode.class)
  void shouldAskOtherRequestsForTheSameWhateverTheFormOfTheUpdate(CritiqueMode critique) {
    for (CallPurpose kind : List.of(CallPurpose.CONTRAST, CallPurpose.REGULARIZATION)) {
      assertThat(ReplySchema.of(kind, new UpdateForm(critique, 3, 0)))
          .isEqualTo(ReplySchema.of(kind, UpdateForm.DEFAULT));
    }
  }

  private static boolean takes(ReplySchema schema, String reply) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema.schema().toString())
        .validate(reply, InputFormat.JSON)
        .isEmpty();
  }
}
